#pragma once

#include <memory>
#include <optional>

namespace platform {

/// Where the camera looks, by a compass. Lives on the UI thread and never blocks it; runs between
/// start() and stop() only, so while a camera's page is open.
class Heading {
public:
    virtual ~Heading() = default;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// Degrees from magnetic north over east, under 360. None while it is stopped, before the
    /// compass said anything, and while it wants to be calibrated.
    virtual std::optional<double> magneticDeg() const = 0;
};

/// The tablet's own compass through Qt Sensors; says nothing where there is none. It tells where
/// the upper edge of the screen points to over ground, and that is where the camera looks unless it
/// looks above the horizon.
std::unique_ptr<Heading> makeDeviceHeading();

/// What a reading of the compass is worth. `azimuthDeg` is of the tablet's own upper edge,
/// `screenTurnedDeg` how far over the right its screen is held turned from that, `calibration` from
/// 0 (to be calibrated) to 1.
std::optional<double> headingOf(double azimuthDeg, double calibration, int screenTurnedDeg);

}  // namespace platform
