#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"
#include "core/scoring/evidence.h"
#include "core/scoring/score.h"

namespace actions {

/// A signature, or why there is none; one a role ("inspector", "village"). Time is set here.
/// `strokesSvg` over 32 KB fails with "signature.too_large"; refused and nobodyThere without a
/// reason with "signature.reason".
base::Result<void> setSignature(Context& context, const domain::InspectionId& draft,
                                domain::Signature signature);
base::Result<void> clearSignature(Context& context, const domain::InspectionId& draft,
                                  const std::string& role);
base::Result<void> setRemark(Context& context, const domain::InspectionId& draft,
                             const std::string& remark);

/// Everything that is missing or doubtful, in the sheet's order; scoring::blocksSubmit says what
/// stops it.
base::Result<std::vector<scoring::EvidenceProblem>> problemsOfDraft(
    Context& context, const domain::InspectionId& draft);
base::Result<scoring::Score> scoreOfDraft(Context& context, const domain::InspectionId& draft);

/// Turns the draft into an immutable record with its place in the outbox; gives the record's id.
///
/// Refused with "draft.incomplete" (all blocking problems, one a line, in the message; the draft
/// stays as it is), "draft.inspector_unsigned", "draft.village_unsigned", "draft.position_reason",
/// "photo.on_its_way" (noted and not entered yet) and "record.too_large".
base::Result<domain::RecordId> submit(Context& context, const domain::InspectionId& draft);

/// Scores up to `limit` pulled inspections that nobody scored yet; gives how many. For after a
/// sync.
base::Result<int> scorePulled(Context& context, std::size_t limit);

}  // namespace actions
