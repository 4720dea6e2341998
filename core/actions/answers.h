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

/// What a gesture, or taking one back, made of the draft.
struct Changed {
    std::vector<domain::Answer> answers;  ///< those that were touched, as they are saved now
    ChangedPhotos photos;
};

/// Makes the draft's answers exactly these, all or none: what one gesture on the screen came to.
/// Ids and times of findings are the caller's, so that the screen can show a finding before it is
/// saved.
///
/// Photos of findings that are gone go with them. What changed can be undone; an answer that is
/// already so is no change. Fails with "draft.unknown", "item.unknown", "finding.too_many",
/// "households.range" and "text.too_long".
base::Result<Changed> putAnswers(Context& context, const domain::InspectionId& draft,
                                 const std::vector<domain::Answer>& answers);

/// Takes back the newest action on the draft's answers and photos, also after a restart.
/// The last 50 actions can be taken back. Fails with "draft.unknown" and "undo.nothing".
base::Result<Changed> undoLast(Context& context, const domain::InspectionId& draft);

}  // namespace actions
