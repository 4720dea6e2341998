#include "sync/hub/committer.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace hub {

namespace {
/// Bounds how long the first of a group waits for the last.
constexpr std::size_t worksPerCommit = 256;
constexpr std::chrono::seconds lateAgain{1};
/// Of the write-ahead log: worth moving when there is time, and moved at the latest.
constexpr int logPagesWorth = 4'000;
constexpr int logPagesMost = 16'000;
constexpr const char* roomForGroup = "PRAGMA cache_size = -32768";  ///< KB

std::string whyOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& known) {
        return known.what();
    }
}

int rememberPages(void* pages, sqlite3*, const char*, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}
}  // namespace

Committer::Committer(const std::filesystem::path& file, AfterCommit afterCommit)
    : m_file(file), m_afterCommit(std::move(afterCommit))
{
    reopen();
    m_thread = std::thread([this] { loop(); });
}

Committer::~Committer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_all();
    m_thread.join();
}

void Committer::perform(std::function<bool(Connection&)> work)
{
    Job job{{std::move(work)}};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&job);
    m_arrived.notify_one();
    job.finished.wait(lock, [&] { return job.done; });
    lock.unlock();
    if (job.failure) std::rethrow_exception(job.failure);
}

void Committer::later(std::function<void(Connection&)> work, std::function<void()> committed)
{
    LateJob job;
    job.work = [work = std::move(work)](Connection& connection) {
        work(connection);
        return true;
    };
    job.committed = std::move(committed);
    const std::lock_guard lock(m_mutex);
    m_late.push_back(std::move(job));
    ++m_lateOpen;
    m_arrived.notify_one();
}

void Committer::settle(Milliseconds atMost)
{
    std::unique_lock lock(m_mutex);
    if (m_lateOpen == 0) return;
    const std::uint64_t wanted = m_triesBegun + 1;  // one that is running may have missed the last
    m_lateHurry = true;
    m_arrived.notify_one();
    m_tried.wait_for(lock, atMost, [&] { return m_triesEnded >= wanted || m_lateOpen == 0; });
}

void Committer::setPatience(Milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    m_patience = time;
}

void Committer::loop()
{
    for (;;) {
        std::deque<LateJob> late;
        std::deque<Job*> group;
        {
            std::unique_lock lock(m_mutex);
            waitForWork(lock);
            if (lateIsDue()) {
                late.swap(m_late);
                ++m_triesBegun;
                m_lateHurry = false;
            }
            group = takeWaiting();
            if (m_stopping && late.empty() && group.empty()) return;
        }
        commitGroup(late, group);
        tellLate(late);
        tell(group);
        shortenLog();
    }
}

void Committer::waitForWork(std::unique_lock<std::mutex>& lock)
{
    const auto urgent = [&] { return m_stopping || m_lateHurry || !m_waiting.empty(); };
    m_arrived.wait(lock, [&] { return urgent() || !m_late.empty(); });
    if (!urgent())
        m_arrived.wait_until(
            lock, std::max(std::chrono::steady_clock::now() + m_patience, m_lateNotBefore), urgent);
}

bool Committer::lateIsDue() const
{
    return m_stopping || m_lateHurry || std::chrono::steady_clock::now() >= m_lateNotBefore;
}

std::deque<Committer::Job*> Committer::takeWaiting()
{
    const auto count = std::min(m_waiting.size(), worksPerCommit);
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    std::deque<Job*> taken(m_waiting.begin(), end);
    m_waiting.erase(m_waiting.begin(), end);
    return taken;
}

// Before those who wait are told, so that who is answered finds all of it done.
void Committer::tellLate(std::deque<LateJob>& late)
{
    for (const LateJob& job : late)
        if (!job.failure) job.committed();
    const auto failed = std::stable_partition(
        late.begin(), late.end(), [](const LateJob& job) { return job.failure == nullptr; });
    if (failed != late.end())
        spdlog::error("{} works that nobody waits for failed: {}", late.end() - failed,
                      whyOf(failed->failure));
    const std::lock_guard lock(m_mutex);
    m_triesEnded = m_triesBegun;
    m_lateOpen -= static_cast<std::size_t>(failed - late.begin());
    m_tried.notify_all();
    if (failed == late.end() || m_stopping) return;
    for (auto job = failed; job != late.end(); ++job) job->failure = nullptr;
    m_late.insert(m_late.begin(), std::make_move_iterator(failed),
                  std::make_move_iterator(late.end()));
    m_lateNotBefore =
        std::chrono::steady_clock::now() + std::max<Milliseconds>(lateAgain, m_patience);
}

void Committer::tell(const std::deque<Job*>& group)
{
    const std::lock_guard lock(m_mutex);  // while it is held no job can go away
    for (Job* job : group) {
        job->done = true;
        job->finished.notify_one();
    }
}

void Committer::commitGroup(std::deque<LateJob>& late, std::deque<Job*>& group)
{
    try {
        if (m_connection == nullptr) reopen();
        SQLite::Transaction transaction(m_connection->db(), SQLite::TransactionBehavior::IMMEDIATE);
        for (LateJob& job : late) doInSavepoint(job);
        for (Job* job : group) doInSavepoint(*job);
        transaction.commit();
    } catch (...) {
        for (LateJob& job : late) job.failure = std::current_exception();
        for (Job* job : group) job->failure = std::current_exception();
        // After a failed write or sync the connection's view of the file cannot be trusted.
        m_connection.reset();
        return;
    }
    ++m_commits;
    m_works += late.size() + group.size();
    try {
        if (m_afterCommit) m_afterCommit(*m_connection);
    } catch (const std::exception& failure) {  // the works are done all the same; the next tells
        spdlog::error("after a commit: {}", failure.what());
        m_connection.reset();
    }
}

void Committer::doInSavepoint(Work& job)
{
    m_connection->prepare("SAVEPOINT work")->exec();
    bool keep = false;
    try {
        keep = job.work(*m_connection);
    } catch (...) {
        job.failure = std::current_exception();
    }
    // A full disk or a broken one ends the whole transaction inside SQLite, and with it the
    // neighbours' works.
    if (sqlite3_get_autocommit(m_connection->db().getHandle()) != 0)
        std::rethrow_exception(job.failure ? job.failure
                                           : std::make_exception_ptr(std::runtime_error(
                                                 "transaction ended inside a work")));
    if (!keep) m_connection->prepare("ROLLBACK TO work")->exec();
    m_connection->prepare("RELEASE work")->exec();
}

// Not within a commit, as SQLite does it by itself: those who wait for that would wait for this
// too. What fails here is tried again after the next commit; the log has it all until then.
void Committer::shortenLog()
{
    if (m_connection == nullptr || m_logPages < logPagesWorth) return;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_waiting.empty() && m_logPages < logPagesMost) return;
    }
    sqlite3_wal_checkpoint_v2(m_connection->db().getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                              nullptr, nullptr);
}

void Committer::reopen()
{
    m_connection = std::make_unique<Connection>(m_file, sqlite::Mode::readWrite);
    m_connection->db().exec(roomForGroup);
    sqlite3_wal_hook(m_connection->db().getHandle(), rememberPages, &m_logPages);
}

}  // namespace hub
