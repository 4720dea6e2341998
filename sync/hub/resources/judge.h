#pragma once

#include <optional>

#include "sync/hub/request.h"
#include "sync/hub/resources/incoming.h"

// Whether a record that is well formed may take effect, given what the hub has. Each fills the
// entry's `concerns` when it may; for a work of the Committer.
namespace hub {

/// An inspection must be of a published campaign and one of its sheets, of a participating village,
/// by an inspector who is assigned to it; its first revision is 1, and revision n+1 comes only
/// after revision n was sent back. A 回头看 looks back at an approved inspection of the same place
/// by the same kind of sheet.
std::optional<Refusal> judgeInspection(Connection& connection, const domain::Inspection& inspection,
                                       Concerns& concerns);

/// The part about revisions alone.
std::optional<Refusal> judgeRevision(Connection& connection, const domain::Inspection& inspection);

/// A review must be by a supervisor of the town or the chief, not of one's own work, of the newest
/// revision, and the first decision on it (after an adjustment or the confirmation of a veto
/// another kind may follow, and who adjusted may adjust more). Approving needs every photo on the
/// hub, and with a veto a second person, and in bulk nothing that deserves a second look
/// (core/flags); sending back, voiding and adjusting need a reason. One that answers an appeal is
/// about an approved inspection and is the first answer.
std::optional<Refusal> judgeReview(Connection& connection, const domain::User& reviewer,
                                   const domain::Review& review, Concerns& concerns);

/// A step must follow the last one of its task: of two at the same moment the later is a conflict.
/// Issuing, checking and closing is the supervisor's; starting and reporting that of the village's
/// contact, or of an inspector of the village. What is issued must be as the approved inspection
/// says; an after-photo must be a new one, and accepting waits for it.
std::optional<Refusal> judgeRectification(Connection& connection, const domain::User& by,
                                          const domain::Record& record,
                                          const domain::RectificationStep& step,
                                          Concerns& concerns);

/// An appeal must be by the village's contact or a supervisor, about an item of an approved
/// inspection, within the campaign's time, and the only one about it that waits.
std::optional<Refusal> judgeAppeal(Connection& connection, const domain::User& by,
                                   const domain::Record& record, const domain::Appeal& appeal,
                                   Concerns& concerns);

Refusal quarantine(std::string code, std::string message, std::string where);
Refusal conflict(std::string code, std::string message, domain::RecordId other);

}  // namespace hub
