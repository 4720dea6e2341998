#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Takes a quarantined inspection into the log after all, as an administrator decided: the tablet
/// was revoked, the user or the assignment had changed, the campaign was closed. What it says must
/// still be readable, of a sheet of its campaign, and the next revision. What waited for it only
/// (its review, its correction) is taken with it. Returns its seq.
/// Fails with "accept.*" or the code of the rule; in one transaction of the caller.
base::Result<std::int64_t> acceptSetAside(Connection& connection, const domain::RecordId& id,
                                          base::UuidSource& ids, std::int64_t nowMs);

}  // namespace hub
