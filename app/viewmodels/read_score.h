#pragma once

#include <vector>

#include "core/base/points.h"
#include "core/domain/checklist.h"
#include "core/domain/review.h"
#include "core/store/records.h"

namespace viewmodels {

/// The adjustments that stand on this revision, the last word on each item.
std::vector<domain::Adjustment> adjustmentsOf(const store::InspectionHistory& history,
                                              int revision);

/// What an inspection has now: as submitted, or with what was adjusted. Nothing for one that nobody
/// scored yet. Reads an adjusted one whole. On the core thread.
std::optional<base::Points> scoreNow(const store::Records& records,
                                     const store::InspectionHead& head,
                                     const std::optional<domain::Checklist>& sheet);

}  // namespace viewmodels
