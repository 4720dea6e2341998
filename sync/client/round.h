#pragma once

#include <optional>

#include "sync/client/hub_link.h"
#include "sync/client/pace.h"
#include "sync/client/session.h"

namespace client {

/// What the stages of one session work with. The stages are the functions of push.h, pull.h,
/// reference_parts.h, draft_snapshots.h, upload.h and fetch.h; each is safe to cut anywhere.
struct Round {
    SQLite::Database& db;
    HubLink& link;
    const base::Clock& clock;
    const base::RandomBytes& random;
    const SessionOptions& options;
    Pace& pace;
    RoundResult result = {};

    bool stopped() const { return options.stop != nullptr && options.stop->load(); }
    /// Counts what is left and tells it.
    void report(Activity activity);
    /// Tells it with so many bytes of the current file already on their way.
    void reportSent(std::int64_t bytes);
    /// Remembers the first refusal of a stage that does not end the round.
    void note(const Failure& failure)
    {
        if (!result.problem) result.problem = failure.error;
        if (!result.retryAfterS) result.retryAfterS = failure.retryAfterS;
    }
};

/// The failure of a stage that was told to stop.
inline Failure stoppedFailure()
{
    return {{"net.cancelled", "已停止，下次继续", {}}};
}
/// The failure for an answer of the hub that cannot be read.
inline Failure unreadable(const base::Error& error)
{
    return {{"hub.unreadable", "服务器的答复无法识别，请检查两边的版本；稍后自动重试",
             error.code + " " + error.where},
            400};
}

}  // namespace client
