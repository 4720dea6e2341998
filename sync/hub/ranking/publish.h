#pragma once

#include "core/base/result.h"
#include "core/domain/campaign.h"
#include "sync/hub/store/publications.h"

namespace hub {

/// Freezes the ranking of a campaign as it is now and keeps the package: the first publication, or
/// where there is one, its correction for `reason`. Fails with "publish.draft", "publish.reason"
/// (a correction needs one, the first takes none), "publish.source" (a combined campaign is made of
/// published ones only) or "package.*" ("package.unchanged": nothing to correct). In a transaction
/// of the caller.
base::Result<Publication> publishRanking(Connection& connection, const domain::Campaign& campaign,
                                         const std::string& reason, std::int64_t nowMs);

}  // namespace hub
