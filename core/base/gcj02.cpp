#include "core/base/gcj02.h"

#include <cmath>
#include <numbers>

namespace base {

namespace {
using std::numbers::pi;

// Krasovsky 1940, the ellipsoid that the shift is defined on.
constexpr double semiMajorM = 6378245.0;
constexpr double eccentricitySquared = 0.00669342162296594323;

bool outsideChina(GeoPoint point)
{
    return point.longitude < 72.004 || point.longitude > 137.8347 || point.latitude < 0.8293 ||
           point.latitude > 55.8271;
}

double waves(double x)
{
    return (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
}

double shiftNorth(double x, double y)
{
    return -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) +
           waves(x) + (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
           (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double shiftEast(double x, double y)
{
    return 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) +
           waves(x) + (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
           (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}
}  // namespace

GeoPoint gcj02FromWgs84(GeoPoint wgs84)
{
    if (outsideChina(wgs84)) return wgs84;
    const double x = wgs84.longitude - 105.0;
    const double y = wgs84.latitude - 35.0;
    const double radians = wgs84.latitude / 180.0 * pi;
    const double flat = 1.0 - eccentricitySquared * std::sin(radians) * std::sin(radians);
    const double meridianM =
        semiMajorM * (1.0 - eccentricitySquared) / (flat * std::sqrt(flat)) * pi / 180.0;
    const double parallelM = semiMajorM / std::sqrt(flat) * std::cos(radians) * pi / 180.0;
    return {wgs84.latitude + shiftNorth(x, y) / meridianM,
            wgs84.longitude + shiftEast(x, y) / parallelM};
}

GeoPoint wgs84FromGcj02(GeoPoint gcj02)
{
    // The shift changes slowly, so going back by the error of the guess converges in a few steps.
    GeoPoint guess = gcj02;
    for (int step = 0; step < 12; ++step) {
        const GeoPoint there = gcj02FromWgs84(guess);
        guess.latitude -= there.latitude - gcj02.latitude;
        guess.longitude -= there.longitude - gcj02.longitude;
    }
    return guess;
}

double distanceM(GeoPoint a, GeoPoint b)
{
    constexpr double earthM = 6'371'000.0;
    const double north = (b.latitude - a.latitude) * pi / 180.0;
    const double east = (b.longitude - a.longitude) * pi / 180.0;
    const double h = std::pow(std::sin(north / 2), 2) + std::cos(a.latitude * pi / 180.0) *
                                                            std::cos(b.latitude * pi / 180.0) *
                                                            std::pow(std::sin(east / 2), 2);
    return 2 * earthM * std::asin(std::sqrt(h));
}

}  // namespace base
