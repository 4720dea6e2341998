#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/position.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

namespace domain {

enum class RegionKind { province, city, county, town, village, naturalVillage, facility };

/// A place that is inspected or contains such places. The code is the key; names change and are
/// misspelt.
struct Region {
    RegionCode code;
    RegionCode parent;  ///< empty for the topmost region of this county's tree
    RegionKind kind = RegionKind::village;
    std::string name;
    std::vector<std::string> aliases;
    std::string
        urCode;  ///< urban/rural class of the statistics bureau, "220" = village; may be empty
    std::optional<base::GeoPoint> position;
    bool positionLearnt = false;  ///< by approved inspections, because the register has none
    bool retired = false;         ///< stays readable for old inspections, takes no new ones

    bool operator==(const Region&) const = default;
};

/// Twelve digits, or twelve digits and "-" with up to 8 letters or digits for what is finer than a
/// village.
bool isRegionCode(const std::string& code);

/// The town (9 digits and 000) that a village-level code or anything finer lies in.
RegionCode townOf(const RegionCode& code);

}  // namespace domain
