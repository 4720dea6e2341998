#include "app/platform/network_state.h"

#include <QNetworkInformation>

namespace platform {

NetworkState::NetworkState(QObject* parent) : QObject(parent)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        const auto* information = QNetworkInformation::instance();
        connect(information, &QNetworkInformation::reachabilityChanged, this,
                &NetworkState::changed);
        connect(information, &QNetworkInformation::isMeteredChanged, this, &NetworkState::changed);
    }
}

bool NetworkState::isMetered() const
{
    const auto* information = QNetworkInformation::instance();
    return information != nullptr && information->isMetered();
}

}  // namespace platform
