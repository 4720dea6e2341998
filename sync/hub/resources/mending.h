#pragma once

#include <vector>

#include "core/base/uuid.h"
#include "core/domain/rectification.h"
#include "core/domain/review.h"
#include "sync/hub/store/projections.h"

// What an inspection and the decisions on it ask to be put right.
namespace hub {

/// By its newest revision.
std::vector<domain::RectificationNeed> rectificationNeeds(Connection& connection,
                                                          const InspectionRow& inspection);

/// After a decision was folded: cancels issued tasks of its inspection that nothing asks for any
/// more (申诉成立), each by a record of the hub's own. In the transaction of the decision, so that
/// none without the other is ever seen; a decision that the hub refuses cancels nothing.
void cancelNotNeeded(Connection& connection, const domain::Review& decision, std::int64_t nowMs,
                     base::UuidSource& ids);

}  // namespace hub
