#include "app/platform/heading.h"

#include <QCompass>
#include <QGuiApplication>
#include <QScreen>
#include <cmath>

namespace platform {
namespace {

/// Android says two thirds for a compass that is off by a few degrees, a third where it may be off
/// by half a turn.
constexpr double goodCalibration = 0.6;

/// X11 does not tell how a panel was built in; its screens count as not turned.
int screenTurnedDeg()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (!screen || screen->nativeOrientation() == Qt::PrimaryOrientation) return 0;
    return screen->angleBetween(screen->orientation(), screen->nativeOrientation());
}

class DeviceHeading final : public Heading {
public:
    /// The first start asks the system what sensors it has; an app whose camera is never opened
    /// does not wait for that.
    void start() override
    {
        if (!m_compass) m_compass = std::make_unique<QCompass>();
        if (m_compass->connectToBackend()) m_compass->start();
    }

    void stop() override
    {
        if (m_compass) m_compass->stop();
    }

    std::optional<double> magneticDeg() const override
    {
        if (!m_compass || !m_compass->isActive()) return std::nullopt;
        const QCompassReading* reading = m_compass->reading();
        // Some compasses speak only when they are turned, so a reading does not grow old.
        if (!reading || reading->timestamp() == 0) return std::nullopt;
        return headingOf(reading->azimuth(), reading->calibrationLevel(), screenTurnedDeg());
    }

private:
    std::unique_ptr<QCompass> m_compass;
};

}  // namespace

std::unique_ptr<Heading> makeDeviceHeading()
{
    return std::make_unique<DeviceHeading>();
}

std::optional<double> headingOf(double azimuthDeg, double calibration, int screenTurnedDeg)
{
    if (!std::isfinite(azimuthDeg) || !(calibration >= goodCalibration)) return std::nullopt;
    const double turned = std::fmod(azimuthDeg + screenTurnedDeg, 360);
    // EXIF keeps hundredths below 360; a rounding must not make a full turn.
    const double heading = std::round((turned < 0 ? turned + 360 : turned) * 100) / 100;
    return heading < 360 ? heading : 0;
}

}  // namespace platform
