#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <optional>

#include "app/sync_loop.h"
#include "sync/client/back_off.h"

namespace app {

/// The half of SyncLoop that lives on its thread: runs rounds, one at a time, and decides when the
/// next one is.
class SyncWorker : public QObject {
    Q_OBJECT

public:
    SyncWorker(std::function<base::Result<SQLite::Database>()> open, RunRound round,
               SyncTiming timing, const std::atomic<bool>& stop);

    void begin();
    /// `now`: whatever the back-off says; otherwise only when none is running.
    void wake(bool now);

Q_SIGNALS:
    void progressed(const app::SyncProgress& progress);
    void pulled();

private:
    void runRound();
    RoundResult roundOrProblem();
    void waitAfter(const RoundResult& result);

    std::function<base::Result<SQLite::Database>()> m_open;
    RunRound m_round;
    SyncTiming m_timing;
    const std::atomic<bool>& m_stop;
    std::optional<SQLite::Database> m_db;
    SyncProgress m_progress;
    client::BackOff m_backOff;
    QTimer m_timer;
};

}  // namespace app
