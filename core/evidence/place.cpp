#include "core/evidence/place.h"

#include <algorithm>
#include <cmath>

#include "core/base/gcj02.h"

namespace evidence {

namespace {
double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

constexpr double leastAccuracyM = 0.5;
}  // namespace

std::optional<base::GeoPoint> medianPoint(std::vector<base::GeoPoint> points)
{
    if (points.empty()) return std::nullopt;
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (const base::GeoPoint& point : points) {
        latitudes.push_back(point.latitude);
        longitudes.push_back(point.longitude);
    }
    return base::GeoPoint{medianOf(std::move(latitudes)), medianOf(std::move(longitudes))};
}

std::optional<base::GeoPoint> placeOf(const domain::Inspection& inspection, double accuracyLimitM)
{
    std::vector<base::GeoPoint> points;
    const auto add = [&](const std::optional<base::Fix>& fix) {
        if (fix && !fix->mock && fix->accuracyM <= accuracyLimitM) points.push_back(fix->point);
    };
    add(inspection.startFix);
    for (const domain::Answer& answer : inspection.answers)
        for (const domain::Finding& finding : answer.findings) add(finding.fix);
    for (const domain::PhotoEntry& photo : inspection.photos) add(photo.fix);
    return medianPoint(std::move(points));
}

std::optional<base::Fix> averageOf(const std::vector<base::Fix>& fixes)
{
    if (fixes.empty()) return std::nullopt;
    double weights = 0;
    double best = fixes.front().accuracyM;
    base::GeoPoint mean;
    for (const base::Fix& fix : fixes) {
        const double accuracyM = std::max(fix.accuracyM, leastAccuracyM);
        const double weight = 1 / (accuracyM * accuracyM);
        mean.latitude += weight * fix.point.latitude;
        mean.longitude += weight * fix.point.longitude;
        weights += weight;
        best = std::min(best, accuracyM);
    }
    mean = {mean.latitude / weights, mean.longitude / weights};
    double squares = 0;
    bool mock = false;
    for (const base::Fix& fix : fixes) {
        squares += std::pow(base::distanceM(mean, fix.point), 2);
        mock = mock || fix.mock;
    }
    const auto count = static_cast<double>(fixes.size());
    base::Fix average = fixes.back();
    average.point = mean;
    average.mock = mock;
    average.accuracyM =
        std::max(best / std::min(2.0, std::sqrt(count)), std::sqrt(squares / count));
    return average;
}

}  // namespace evidence
