#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What was taken: where the inspection stands in the log, and the records that had waited for it.
struct Accepted {
    std::int64_t seq = 0;
    std::vector<domain::RecordId> withIt;
};

/// Takes a quarantined inspection into the log after all, as an administrator decided: the tablet
/// was revoked, the user or the assignment had changed, the campaign was closed. What it says must
/// still be readable, of a sheet of its campaign, and the next revision. A review that waited for
/// nothing else is taken with it; a correction was mostly quarantined for the same reason as what
/// it corrects and is accepted by itself.
/// Fails with "accept.*" or the code of the rule; in one transaction of the caller.
base::Result<Accepted> acceptSetAside(Connection& connection, const domain::RecordId& id,
                                      base::UuidSource& ids, std::int64_t nowMs);

}  // namespace hub
