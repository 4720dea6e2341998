#include <cmath>

#include "app/platform/position_mock.h"
#include "app/platform/position_sources.h"

namespace platform {
namespace {

constexpr int everyMs = 1000;
/// An older count is not that of the fix.
constexpr qint64 countGoodForMs = 10'000;

/// Both of one plugin: satellites of another receiver would say nothing of this one's fix.
DeviceReceiver ownReceiver()
{
    DeviceReceiver own;
    own.position.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
    if (own.position)
        own.satellites.reset(
            QGeoSatelliteInfoSource::createSource(own.position->sourceName(), nullptr));
    return own;
}

}  // namespace

DevicePosition::DevicePosition() : DevicePosition(ownReceiver) {}

DevicePosition::DevicePosition(OpenReceiver open) : m_open(std::move(open))
{
    m_retry.setInterval(10'000);
    connect(&m_retry, &QTimer::timeout, this, &DevicePosition::start);
}

DevicePosition::~DevicePosition() = default;

void DevicePosition::start()
{
    if (!m_receiver.position && !connectReceiver()) {
        m_retry.start();
        return;
    }
    m_retry.stop();
    m_receiver.position->startUpdates();
    if (m_receiver.satellites) m_receiver.satellites->startUpdates();
}

void DevicePosition::stop()
{
    m_retry.stop();
    m_satellites.reset();
    if (m_receiver.position) m_receiver.position->stopUpdates();
    if (m_receiver.satellites) m_receiver.satellites->stopUpdates();
}

bool DevicePosition::connectReceiver()
{
    m_receiver = m_open();
    if (!m_receiver.position) return false;
    m_receiver.position->setUpdateInterval(everyMs);
    connect(m_receiver.position.get(), &QGeoPositionInfoSource::positionUpdated, this,
            &DevicePosition::take);
    connect(m_receiver.position.get(), &QGeoPositionInfoSource::errorOccurred, this,
            [this] { lose(); });
    if (!m_receiver.satellites) return true;
    m_receiver.satellites->setUpdateInterval(everyMs);
    connect(m_receiver.satellites.get(), &QGeoSatelliteInfoSource::satellitesInUseUpdated, this,
            [this](const QList<QGeoSatelliteInfo>& inUse) {
                m_satellites = static_cast<int>(inUse.size());
                m_counted.start();
            });
    connect(m_receiver.satellites.get(), &QGeoSatelliteInfoSource::errorOccurred, this,
            [this] { m_satellites.reset(); });
    return true;
}

std::optional<int> DevicePosition::satellitesNow() const
{
    return m_satellites && m_counted.elapsed() <= countGoodForMs ? m_satellites : std::nullopt;
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
    fix.satellites = satellitesNow();
    fix.mock = isMockedByAndroid();
    // Whose time this is, the system does not say: it may raise a doubt of the wall clock, and
    // never lifts one (evidence/clocks.h).
    fix.gnssTimeMs = info.timestamp().toMSecsSinceEpoch();
    accept(fix);
}

}  // namespace platform
