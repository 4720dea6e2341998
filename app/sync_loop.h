#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "app/platform/network_state.h"
#include "core/base/result.h"
#include "core/sqlite/database.h"

namespace app {

/// What is going on between tablet and hub, for the state bar and the outbox page.
struct SyncProgress {
    enum class Phase { idle, running, waiting, notEnrolled };

    Phase phase = Phase::idle;
    int recordsLeft = 0;
    int photosLeft = 0;
    std::int64_t bytesLeft = 0;
    std::int64_t lastSuccessMs = 0;      ///< wall clock; 0: never yet
    std::optional<base::Error> problem;  ///< of the last round; `waiting` until it is tried again
    int retryInS = 0;                    ///< while waiting

    bool operator==(const SyncProgress&) const = default;
};

/// What one round (push, pull, reference, photos) came to.
struct RoundResult {
    bool enrolled = true;  ///< false: there is no hub to talk to yet
    bool changed = false;  ///< something came down: pages should read again
    int recordsLeft = 0;
    int photosLeft = 0;
    std::int64_t bytesLeft = 0;
    std::optional<base::Error> problem;
    std::optional<int> retryAfterS;  ///< the hub asks for patience
};

/// What a round tells on its way; counts of what is left, phase `running`.
using ReportProgress = std::function<void(const SyncProgress&)>;

/// One session with the hub on the loop's thread and connection. Gives up soon once `stop` is true.
using RunRound = std::function<RoundResult(SQLite::Database&, const ReportProgress&,
                                           const std::atomic<bool>& stop)>;

struct SyncTiming {
    std::chrono::milliseconds firstBackOff = std::chrono::seconds(2);
    std::chrono::milliseconds longestBackOff = std::chrono::minutes(5);
    std::chrono::milliseconds idle = std::chrono::seconds(60);  ///< between rounds when all is done
    std::chrono::milliseconds goodbye = std::chrono::seconds(10);  ///< the longest wait at the end
};

class SyncWorker;

/// Ends the program there and then.
void leaveAtOnce();

/// Keeps tablet and hub together by itself: a round when something was submitted, when the network
/// changes, and every few minutes; after a failure again with full-jitter back-off (2 s doubling to
/// 5 min, Retry-After honoured).
///
/// A thread of its own with its own connection to the database. Signals arrive on the thread that
/// made the loop.
class SyncLoop : public QObject {
    Q_OBJECT

public:
    /// `open` gives the loop's own connection; it is called on the loop's thread. `network`
    /// outlives the loop.
    SyncLoop(std::function<base::Result<SQLite::Database>()> open, RunRound round,
             platform::NetworkState& network, SyncTiming timing = {},
             std::function<void()> giveUp = leaveAtOnce);
    /// Stops at the next safe place and waits for it: a request to the hub is cut off within a
    /// fraction of a second. Who closes the app does not wait for a disk that hangs: after
    /// `timing.goodbye` `giveUp` is called. Requires that all else is saved by then.
    ~SyncLoop() override;

    void start();
    SyncProgress progress() const { return m_progress; }

    /// The user asks: now, whatever the back-off says.
    void syncNow();
    /// Something was written for the hub: soon, unless a back-off is running.
    void nudge();

Q_SIGNALS:
    void progressChanged(const app::SyncProgress& progress);
    /// The database holds something new from the hub.
    void pulled();

private:
    QThread m_thread;
    SyncWorker* m_worker;  // lives on m_thread, deleted when that ends
    bool m_started = false;
    std::atomic<bool> m_stop = false;
    std::chrono::milliseconds m_goodbye;
    std::function<void()> m_giveUp;
    SyncProgress m_progress;
};

}  // namespace app
