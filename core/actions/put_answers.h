#pragma once

#include <optional>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"

namespace actions {

/// The draft's photos as they are now, when an action took some out or back; nothing when they are
/// as before.
using ChangedPhotos = std::optional<std::vector<domain::PhotoEntry>>;

/// Makes the draft's answers exactly these, all or none: what one gesture on the screen came to.
/// Ids and times of findings are the caller's, so that the screen can show a finding before it is
/// saved.
///
/// Photos of findings that are gone go with them, and photos of findings that are there again (the
/// gesture was taken back) are in the draft again.
/// Fails with "draft.unknown", "item.unknown", "finding.too_many" and "text.too_long".
base::Result<ChangedPhotos> putAnswers(Context& context, const domain::InspectionId& draft,
                                       const std::vector<domain::Answer>& answers);

}  // namespace actions
