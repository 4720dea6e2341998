#pragma once

#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "tests/support/tablet.h"

namespace bench {

inline constexpr int photosOfInspection = 6;
inline constexpr int itemsOfSheet = 60;

/// So many villages to visit by a sheet of 60 items in six sections, and checks begun in some, each
/// with six findings and their photos of 1600x1200.
struct FieldDay {
    FieldDay(int villages, int begun);

    support::Tablet tablet;
    std::vector<domain::InspectionId> checks;
};

}  // namespace bench
