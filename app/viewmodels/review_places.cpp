#include "app/viewmodels/review_places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
using Place = ReviewPlace;

constexpr Column<Place> reviewPlacesColumns[] = {
    {"isVillage", [](const Place& row) -> QVariant { return row.id.empty(); }},
    {"eastM", [](const Place& row) -> QVariant { return row.eastM; }},
    {"northM", [](const Place& row) -> QVariant { return row.northM; }},
    {"accuracyM", [](const Place& row) -> QVariant { return row.accuracyM; }},
    {"current", [](const Place& row) -> QVariant { return row.current; }},
};

double awayM(const Place& place)
{
    return std::hypot(place.eastM, place.northM);
}

Place placeFrom(const base::GeoPoint& middle, const base::GeoPoint& point)
{
    constexpr double metresPerDegree = 111'195;
    const double narrowing = std::cos(middle.latitude * std::numbers::pi / 180);
    Place place;
    place.eastM = (point.longitude - middle.longitude) * metresPerDegree * narrowing;
    place.northM = (point.latitude - middle.latitude) * metresPerDegree;
    return place;
}
}  // namespace

ReviewPlaceModel::ReviewPlaceModel(QObject* parent) : RowsModel(reviewPlacesColumns, parent) {}

void ReviewPlaceModel::display(const ReviewSheet* sheet, const std::string& itemCode)
{
    show(sheet ? reviewPlaces(*sheet, itemCode) : std::vector<Place>());
    Q_EMIT changed();
}

double ReviewPlaceModel::reachM() const
{
    double reach = 50;
    for (const Place& place : rows()) reach = std::max(reach, awayM(place) + place.accuracyM);
    return reach;
}

bool ReviewPlaceModel::villageKnown() const
{
    return !rows().empty() && rows().front().id.empty();
}

int ReviewPlaceModel::nearestM() const
{
    if (!villageKnown() || rows().size() < 2) return -1;
    double nearest = awayM(rows()[1]);
    for (const Place& place : rows())
        if (!place.id.empty()) nearest = std::min(nearest, awayM(place));
    return static_cast<int>(std::lround(nearest));
}

int ReviewPlaceModel::farthestM() const
{
    if (!villageKnown() || rows().size() < 2) return -1;
    double farthest = 0;
    for (const Place& place : rows()) farthest = std::max(farthest, awayM(place));
    return static_cast<int>(std::lround(farthest));
}

std::vector<ReviewPlace> reviewPlaces(const ReviewSheet& sheet, const std::string& itemCode)
{
    std::vector<Place> places;
    std::optional<base::GeoPoint> middle = sheet.village.position;
    if (middle) places.push_back({});
    for (const domain::PhotoEntry& photo : sheet.inspection().photos) {
        if (!photo.fix) continue;
        if (!middle) middle = photo.fix->point;
        Place place = placeFrom(*middle, photo.fix->point);
        place.id = photo.id.value;
        place.accuracyM = photo.fix->accuracyM;
        place.current = photo.itemCode == itemCode;
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace viewmodels
