#pragma once

#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"

namespace actions {

/// Makes the draft's answers exactly these, all or none: what one gesture on the screen came to.
/// Ids and times of findings are the caller's, so that the screen can show a finding before it is
/// saved.
///
/// Photos of findings that are gone go with them, and photos of findings that are there again (the
/// gesture was taken back) are in the draft again. Gives the draft's photos as they are now.
/// Fails with "draft.unknown", "item.unknown", "finding.too_many" and "text.too_long".
base::Result<std::vector<domain::PhotoEntry>> putAnswers(
    Context& context, const domain::InspectionId& draft,
    const std::vector<domain::Answer>& answers);

}  // namespace actions
