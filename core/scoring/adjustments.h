#pragma once

#include "core/base/result.h"
#include "core/domain/checklist.h"
#include "core/domain/review.h"

namespace scoring {

/// The most that a judge may give this item: its maximum, for a bonus item the sheet's cap of
/// bonus, for a veto item nothing.
base::Points mostPoints(const domain::Checklist& sheet, const domain::Item& item);

/// Whether each changes an item of the sheet, within 0..mostPoints, with a reason. One rule for the
/// tablet, which asks before it writes, and the hub, which asks again.
///
/// Refused: "review.item", "review.points", "review.reason"; `where` is the field of the record.
base::Result<void> checkAdjustments(const domain::Checklist& sheet,
                                    const std::vector<domain::Adjustment>& adjustments);

}  // namespace scoring
