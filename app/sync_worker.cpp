#include "app/sync_worker.h"

#include <QDateTime>

#include "core/crypto/random.h"

namespace app {

SyncWorker::SyncWorker(std::function<base::Result<SQLite::Database>()> open, RunRound round,
                       SyncTiming timing, const std::atomic<bool>& stop)
    : m_open(std::move(open)),
      m_round(std::move(round)),
      m_timing(timing),
      m_stop(stop),
      m_backOff(crypto::randomBytes, {timing.firstBackOff, timing.longestBackOff}),
      m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::runRound);
}

void SyncWorker::begin()
{
    m_timer.start(0);
}

void SyncWorker::wake(bool now)
{
    if (now) {
        m_backOff.reset();
    }
    if (m_backOff.failures() == 0) {
        m_timer.start(0);
    }
}

void SyncWorker::runRound()
{
    if (m_stop) {
        return;
    }
    m_progress.phase = SyncProgress::Phase::running;
    Q_EMIT progressed(m_progress);

    const RoundResult result = roundOrProblem();

    m_progress.recordsLeft = result.recordsLeft;
    m_progress.photosLeft = result.photosLeft;
    m_progress.bytesLeft = result.bytesLeft;
    m_progress.problem = result.problem;
    if (result.changed) {
        Q_EMIT pulled();
    }
    waitAfter(result);
    Q_EMIT progressed(m_progress);
}

RoundResult SyncWorker::roundOrProblem()
{
    RoundResult broken;
    broken.recordsLeft = m_progress.recordsLeft;
    broken.photosLeft = m_progress.photosLeft;
    broken.bytesLeft = m_progress.bytesLeft;
    try {
        if (!m_db) {
            auto db = m_open();
            if (!db) {
                broken.problem = db.error();
                return broken;
            }
            m_db.emplace(std::move(*db));
        }
        const auto report = [this](const SyncProgress& progress) {
            m_progress.recordsLeft = progress.recordsLeft;
            m_progress.photosLeft = progress.photosLeft;
            m_progress.bytesLeft = progress.bytesLeft;
            Q_EMIT progressed(m_progress);
        };
        return m_round(*m_db, report, m_stop);
    } catch (const std::exception& failure) {
        m_db.reset();  // the next round starts with a fresh connection
        broken.problem = base::Error{"sync.broken", "同步出错，稍后自动重试；已保存的内容不受影响",
                                     failure.what()};
        return broken;
    }
}

void SyncWorker::waitAfter(const RoundResult& result)
{
    m_progress.retryInS = 0;
    if (!result.enrolled) {
        m_progress.phase = SyncProgress::Phase::notEnrolled;
        return;  // enrolling wakes us
    }
    if (!result.problem) {
        m_backOff.reset();
        m_progress.phase = SyncProgress::Phase::idle;
        m_progress.lastSuccessMs = QDateTime::currentMSecsSinceEpoch();
        m_timer.start(m_timing.idle);
        return;
    }
    const std::chrono::milliseconds wait = m_backOff.failed(result.retryAfterS);
    m_progress.phase = SyncProgress::Phase::waiting;
    m_progress.retryInS = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count());
    m_timer.start(wait);
}

}  // namespace app
