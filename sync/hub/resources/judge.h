#pragma once

#include <optional>

#include "sync/hub/request.h"
#include "sync/hub/resources/incoming.h"

// Whether a record that is well formed may take effect, given what the hub has. Each fills the
// entry's `concerns` when it may; for a work of the Committer.
namespace hub {

/// An inspection must be of a published campaign and one of its sheets, of a participating village,
/// by an inspector who is assigned to it; its first revision is 1, and revision n+1 comes only
/// after revision n was sent back.
std::optional<Refusal> judgeInspection(Connection& connection, const domain::Inspection& inspection,
                                       Concerns& concerns);

/// The part about revisions alone.
std::optional<Refusal> judgeRevision(Connection& connection, const domain::Inspection& inspection);

/// A review must be by a supervisor of the town or the chief, not of one's own work, of the newest
/// revision, and the first decision on it (after an adjustment another kind may follow). Approving
/// needs every photo on the hub; sending back, voiding and adjusting need a reason.
std::optional<Refusal> judgeReview(Connection& connection, const domain::User& reviewer,
                                   const domain::Review& review, Concerns& concerns);

Refusal quarantine(std::string code, std::string message, std::string where);
Refusal conflict(std::string code, std::string message, domain::RecordId other);

}  // namespace hub
