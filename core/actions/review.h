#pragma once

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/review.h"

namespace actions {

/// A supervisor's decision about one named revision, as a record with its place in the outbox;
/// `reviewer` is set here. The hub checks again, and the first decision there wins.
///
/// Refused: "review.role", "review.scope" (not their town), "review.own" (own inspection),
/// "review.adjust_forbidden" (points changed without the right to it), "inspection.unknown",
/// "review.not_newest" (a newer revision is there), "review.decided", "review.comment" (sendBack
/// and void need one), "review.adjustments" (none), what scoring::checkAdjustments refuses,
/// "review.photos_missing" (approve before all photos have arrived), "review.second_person" (an
/// inspection with a veto is confirmed by one and approved by another), "review.no_veto",
/// "review.flagged" (a bulk approval of what deserves a second look).
base::Result<domain::RecordId> decideReview(Context& context, domain::Review review);

/// Approves each of them like decideReview, in bulk, one transaction each; what has a flag is left
/// out. Gives how many it could.
base::Result<int> approveMany(Context& context, const std::vector<domain::Review>& reviews);

}  // namespace actions
