#pragma once

#include "core/domain/checklist.h"
#include "tests/support/tablet.h"

// A tablet as large as it may become, for benches of the app.
namespace bench {

/// All villages of the province.
inline constexpr int villagesOfProvince = 32'130;

domain::RegionCode villageOf(int index);

/// The inspector of this tablet has so many villages to visit, 22 in a town.
void fillProvince(support::Tablet& tablet, int villages);

/// The campaign is done by this sheet alone.
void useSheet(support::Tablet& tablet, const domain::Checklist& sheet);

}  // namespace bench
