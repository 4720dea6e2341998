#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>

#include "sync/hub/store/connection.h"

namespace hub {

/// The hub's only writer: works handed in by many threads are done by one, as many as are waiting
/// in one durable transaction, so that a disk sync is shared.
///
/// Each work has a savepoint of its own: one that throws, or gives a Result without a value, leaves
/// no trace and does not disturb its neighbours. `run` returns only after the commit. When the
/// commit itself fails every work of the group gets that exception, and its outcome is unknown:
/// callers must be ready to be asked the same again. What was committed moves from the write-ahead
/// log into the database while nobody waits, or when the log has grown long.
///
/// What can wait comes by `later`: it rides with the next group, so it costs no sync of its own.
class Committer {
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Called on the writer thread after each commit, outside any transaction.
    using AfterCommit = std::function<void(Connection&)>;

    explicit Committer(const std::filesystem::path& file, AfterCommit afterCommit = {});
    /// Does what was handed in, then stops.
    ~Committer();
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    /// work: `T f(Connection&)`. Returns its value or rethrows what it threw. Never call it from
    /// within a work.
    template <class Work>
    std::invoke_result_t<Work&, Connection&> run(Work&& work)
    {
        using Value = std::invoke_result_t<Work&, Connection&>;
        if constexpr (std::is_void_v<Value>) {
            perform([&](Connection& connection) {
                work(connection);
                return true;
            });
        } else {
            std::optional<Value> value;
            perform([&](Connection& connection) {
                value.emplace(work(connection));
                if constexpr (requires { value->has_value(), value->error(); })
                    return value->has_value();
                else
                    return true;
            });
            return std::move(*value);
        }
    }

    /// The same for a work that nobody waits for: done with the next group, before what is handed
    /// in after it, or alone when none comes for a while. `committed` is called on the writer
    /// thread once it lasts. One that fails is tried again, at the earliest a second later or when
    /// somebody settles, until the Committer ends; until then others wait with it.
    void later(std::function<void(Connection&)> work, std::function<void()> committed);
    /// Returns when all that came by `later` before has been tried, or after that time.
    void settle(Milliseconds atMost = Milliseconds(2'000));
    /// How long what came by `later` waits for company.
    void setPatience(Milliseconds time);

    std::uint64_t commits() const { return m_commits; }
    std::uint64_t works() const { return m_works; }

private:
    struct Work {
        std::function<bool(Connection&)> work;  ///< false: take back what it wrote
        std::exception_ptr failure = nullptr;
    };
    struct Job : Work {
        bool done = false;
        std::condition_variable finished = {};  ///< of its own, so that a commit wakes nobody else
    };

    struct LateJob : Work {
        std::function<void()> committed;
    };

    void perform(std::function<bool(Connection&)> work);
    void loop();
    void waitForWork(std::unique_lock<std::mutex>& lock);
    bool lateIsDue() const;
    std::deque<Job*> takeWaiting();
    void tell(const std::deque<Job*>& group);
    void tellLate(std::deque<LateJob>& late);
    void commitGroup(std::deque<LateJob>& late, std::deque<Job*>& group);
    void doInSavepoint(Work& job);
    void reopen();
    void shortenLog();

    std::filesystem::path m_file;
    AfterCommit m_afterCommit;
    std::unique_ptr<Connection> m_connection;  ///< the writer thread's
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job*> m_waiting;
    std::condition_variable m_tried;
    std::deque<LateJob> m_late;
    std::size_t m_lateOpen = 0;      ///< in m_late or being done
    std::uint64_t m_triesBegun = 0;  ///< at m_late
    std::uint64_t m_triesEnded = 0;
    bool m_lateHurry = false;
    std::chrono::steady_clock::time_point m_lateNotBefore;
    Milliseconds m_patience{20};
    bool m_stopping = false;
    int m_logPages = 0;  ///< of the write-ahead log after the last commit; the writer thread's
    std::atomic<std::uint64_t> m_commits = 0;
    std::atomic<std::uint64_t> m_works = 0;
    std::thread m_thread;
};

}  // namespace hub
