#include "sync/hub/resources/learn_position.h"

#include <vector>

#include "core/base/gcj02.h"
#include "core/domain/codec.h"
#include "core/evidence/place.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
constexpr double accuracyLimitM = 50;
constexpr double movedM = 30;

std::vector<base::GeoPoint> placesOfApproved(Connection& connection, const std::string& village)
{
    std::vector<base::GeoPoint> places;
    for (const InspectionRow& row : approvedOf(connection, village)) {
        const auto bytes = recordBytes(connection, row.record);
        if (!bytes) continue;
        const auto record = stored(domain::recordFromJson(*bytes));
        const auto inspection = stored(domain::inspectionFromJson(record.body));
        // A facility of the village lies somewhere else.
        if (inspection.subject != inspection.village) continue;
        if (const auto place = evidence::placeOf(inspection, accuracyLimitM))
            places.push_back(*place);
    }
    return places;
}
}  // namespace

void learnPosition(Connection& connection, const std::string& village)
{
    auto region = findRegion(connection, {village});
    if (!region || (region->position && !region->positionLearnt)) return;
    const auto place = evidence::medianPoint(placesOfApproved(connection, village));
    if (!place || (region->position && base::distanceM(*region->position, *place) <= movedM))
        return;
    region->position = place;
    region->positionLearnt = true;
    putRegion(connection, *region);
}

}  // namespace hub
