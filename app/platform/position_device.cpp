#include <QGeoPositionInfoSource>
#include <cmath>

#include "app/platform/position_mock.h"
#include "app/platform/position_sources.h"

namespace platform {

DevicePosition::DevicePosition()
{
    m_retry.setInterval(10'000);
    connect(&m_retry, &QTimer::timeout, this, &DevicePosition::start);
}

DevicePosition::~DevicePosition() = default;

void DevicePosition::start()
{
    if (!m_source) {
        m_source.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
        if (!m_source) {
            m_retry.start();
            return;
        }
        m_source->setUpdateInterval(1000);
        connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this,
                &DevicePosition::take);
        connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this, [this] { lose(); });
    }
    m_retry.stop();
    m_source->startUpdates();
}

void DevicePosition::stop()
{
    m_retry.stop();
    if (m_source) {
        m_source->stopUpdates();
    }
}

void DevicePosition::take(const QGeoPositionInfo& info)
{
    if (!info.isValid() || !info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) {
        lose();  // a position of unknown worth is none
        return;
    }
    base::Fix fix;
    fix.point = {info.coordinate().latitude(), info.coordinate().longitude()};
    fix.accuracyM = info.attribute(QGeoPositionInfo::HorizontalAccuracy);
    fix.source = base::PositionSource::device;
    fix.mock = isMockedByAndroid();
    // Whose time this is, the system does not say: it may raise a doubt of the wall clock, and
    // never lifts one (evidence/clocks.h).
    fix.gnssTimeMs = info.timestamp().toMSecsSinceEpoch();
    accept(fix);
}

}  // namespace platform
