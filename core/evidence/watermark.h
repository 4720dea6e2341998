#pragma once

#include <string>
#include <vector>

#include "core/domain/photo.h"

namespace evidence {

/// What a watermark says beside what is in the photo's entry.
struct WatermarkFacts {
    std::string office;  ///< "东阳市美丽办"
    std::string sheet;
    std::string campaign;
    std::string town;
    std::string village;  ///< with the facility where it was one
    std::string inspector;

    bool operator==(const WatermarkFacts&) const = default;
};

/// The five lines that screens and exports write over a photo, never the stored picture: office,
/// check and campaign; town, village and item; time with zone; position with accuracy; who,
/// which photo, and whether it is the wide or the close one. What is doubtful about time, position
/// or source stands in its line. Pure.
std::vector<std::string> watermarkOf(const domain::PhotoEntry& photo, const WatermarkFacts& facts);

/// The last eight digits of the photo's id: enough to find it, short enough to read out.
std::string shortCode(const domain::PhotoId& id);

}  // namespace evidence
