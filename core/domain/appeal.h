#pragma once

#include <cstdint>
#include <string>

#include "core/domain/campaign.h"
#include "core/domain/ids.h"

namespace domain {

/// A village contests one named deduction of an approved inspection (申诉). Its outcome is a review
/// that names this record: `adjust` when it is right, `approve` when the deduction stands.
struct Appeal {
    InspectionId inspection;
    int revision = 1;
    std::string itemCode;
    FindingId finding;   ///< empty: the item as a whole
    std::string reason;  ///< never empty
    UserId by;           ///< the village's contact, or who entered what the village wrote

    bool operator==(const Appeal&) const = default;
};

/// Until when a deduction may be contested that was decided at this moment: the end of the
/// campaign's day where it names one, otherwise so many days.
std::int64_t appealUntilMs(const RectificationSettings& settings, std::int64_t decidedAtMs,
                           int zoneOffsetMinutes = 480);

}  // namespace domain
