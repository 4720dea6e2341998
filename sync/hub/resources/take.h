#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/resources/incoming.h"

// What a record does to the hub; for a work of the Committer.
namespace hub {

/// Why it has no effect; none when it may have.
std::optional<Refusal> judge(Connection& connection, const Caller& caller, Incoming& incoming);

/// Puts it into the log and folds it. Returns its seq.
std::int64_t apply(Connection& connection, const Incoming& incoming, base::UuidSource& ids,
                   std::int64_t nowMs);

/// The inspection that it is, or is about; empty when it can only be quarantined.
domain::InspectionId aboutOf(const Incoming& incoming);

/// Takes what was set aside only because what it follows was not there, as far as it is now. After
/// a restore tablets hand in again what the backup had not, in any order: a sending back may come
/// after its answer, a review before its inspection. Returns what was taken, in order.
std::vector<domain::RecordId> reconsider(Connection& connection, const domain::InspectionId& about,
                                         Sheets& sheets, base::UuidSource& ids, std::int64_t nowMs);

}  // namespace hub
