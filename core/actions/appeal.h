#pragma once

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/appeal.h"
#include "core/domain/review.h"

namespace actions {

/// Contests one deduction: by the village's contact, or by a supervisor or chief who enters what
/// the village wrote. `by` is set here.
///
/// Refused: "appeal.role", "appeal.scope", "appeal.reason" (none), "appeal.late" (after the last
/// moment), "appeal.open" (one about this item waits for its answer), "appeal.unknown" (nothing
/// that could be contested is known here).
base::Result<domain::RecordId> raiseAppeal(Context& context, domain::Appeal appeal);

/// The last moment at which this item may be contested (any item when empty).
/// Refused: "appeal.unknown" (nothing that could be contested is known here).
base::Result<std::int64_t> appealUntil(Context& context, const domain::InspectionId& inspection,
                                       const std::string& itemCode);

/// Answers an appeal: with points for its item when it is right (成立), without when the deduction
/// stands (维持). A new decision with its reason; the score as inspected stays visible.
///
/// Refused: "review.role", "review.scope", "review.own", "appeal.unknown", "appeal.decided",
/// "review.comment" (no reason); with points also what an adjustment may be refused for.
base::Result<domain::RecordId> answerAppeal(Context& context, const domain::RecordId& appeal,
                                            std::optional<base::Points> points,
                                            const std::string& reason);

}  // namespace actions
