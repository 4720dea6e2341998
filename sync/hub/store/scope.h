#pragma once

#include <string>
#include <vector>

#include "sync/hub/request.h"
#include "sync/hub/store/log.h"

namespace hub {

/// What somebody may see of the log, now.
///
/// An inspector sees the villages assigned to them and their own records; a supervisor their towns;
/// a chief everything; a village contact what is to be put right in their village, and what it
/// contests with the answers; an administrator nothing of the field work.
struct Scope {
    bool all = false;
    std::vector<std::string> towns;     ///< sorted
    std::vector<std::string> villages;  ///< sorted
    std::string owner;                  ///< whose own records; empty for nobody's
    bool rectificationOnly = false;     ///< no inspections, and of reviews the answers to appeals

    bool sees(const Concerns& concerns) const;
    /// Equal scopes have equal hashes; 32 characters.
    std::string hash() const;
};
Scope scopeOf(Connection& connection, const Caller& caller);

/// True when the reviewer's role and towns let them decide about this.
bool mayReview(const domain::User& user, const Concerns& concerns);

/// One page of the log for a scope.
struct LogPage {
    struct Line {
        std::int64_t seq = 0;
        std::int64_t receivedMs = 0;
        std::string bytes;
    };
    std::vector<Line> lines;
    std::int64_t nextAfter = 0;  ///< everything up to here has been looked at
    bool more = false;
};
/// At most `limit` records and, after the first, `limitBytes` of them.
LogPage readScope(Connection& connection, const Scope& scope, std::int64_t after, std::size_t limit,
                  std::size_t limitBytes);

}  // namespace hub
