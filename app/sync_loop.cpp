#include "app/sync_loop.h"

#include <QDeadlineTimer>
#include <cstdlib>

#include "app/sync_worker.h"

namespace app {

/// No destructor runs: they would take away what the stuck thread still uses. What is on the disk
/// is whole at every moment, as after a kill.
void leaveAtOnce()
{
    qCritical("sync did not stop in time; leaving");
    std::_Exit(EXIT_SUCCESS);
}

SyncLoop::SyncLoop(std::function<base::Result<SQLite::Database>()> open, RunRound round,
                   platform::NetworkState& network, SyncTiming timing, std::function<void()> giveUp)
    : m_worker(new SyncWorker(std::move(open), std::move(round), timing, m_stop)),
      m_goodbye(timing.goodbye),
      m_giveUp(std::move(giveUp))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::progressed, this, [this](const SyncProgress& progress) {
        m_progress = progress;
        Q_EMIT progressChanged(progress);
    });
    connect(m_worker, &SyncWorker::pulled, this, &SyncLoop::pulled);
    connect(&network, &platform::NetworkState::changed, this, &SyncLoop::syncNow);
}

SyncLoop::~SyncLoop()
{
    m_stop = true;
    m_thread.quit();
    if (!m_thread.wait(QDeadlineTimer(m_goodbye))) {
        m_giveUp();
        m_thread.wait();
    }
    if (!m_started) {
        delete m_worker;
    }
}

void SyncLoop::start()
{
    m_started = true;
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &SyncWorker::begin);
}

void SyncLoop::syncNow()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->wake(true); });
}

void SyncLoop::nudge()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->wake(false); });
}

}  // namespace app
