#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/rectification.h"

namespace actions {

/// Issues tasks that wait (下发): a record each, with the deadline that the campaign gives to their
/// severity from now on. `number` is that of the notice; `responsible` names village or operator
/// and is the village's name when empty. All or none.
///
/// Refused: "rectification.role" (supervisor of the town, or chief), "rectification.scope",
/// "rectification.unknown", "rectification.state" (was issued meanwhile).
base::Result<void> issueRectifications(Context& context,
                                       const std::vector<domain::FindingId>& findings,
                                       const std::string& number, const std::string& responsible);

/// One step of a task by whose tablet this is: start and report for the village's contact or its
/// inspector; sendBack, accept, close and cancel for the supervisor. A report takes the photos of
/// its draft along. The hub checks again.
///
/// Refused, besides the codes above: "rectification.comment" (sendBack and cancel need one),
/// "rectification.no_photo" (report), "rectification.photos_missing" (accept before they arrived),
/// "rectification.own" (accept of one's own report).
base::Result<domain::RecordId> stepRectification(Context& context, const domain::FindingId& finding,
                                                 domain::RectificationAction action,
                                                 const std::string& comment);

/// Enters an after-photo whose files are durable in the report that is being made.
/// Refused: "rectification.unknown", "rectification.state", "photo.too_many" (20).
base::Result<void> enterAfterPhoto(Context& context, const domain::FindingId& finding,
                                   const domain::PhotoEntry& entry, std::int64_t originalBytes);
/// Takes it out again; its files go with the next sweep.
base::Result<void> dropAfterPhoto(Context& context, const domain::PhotoId& photo);

/// Looks through approved inspections for findings that are to be put right; a supervisor's tablet
/// shows them as waiting. Returns how many inspections it looked through; to be called again until
/// 0.
base::Result<int> lookForRectifications(Context& context, std::size_t limit);

}  // namespace actions
