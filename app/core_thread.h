#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

#include "core/base/result.h"
#include "core/sqlite/database.h"

namespace app {

/// Opens and migrates the tablet's database; called once, on the core thread.
using OpenDatabase = std::function<base::Result<SQLite::Database>()>;

/// Calls `onAnswer` with what the future holds, or `onFailure(const std::exception&)` when the work
/// threw, on the calling thread; neither when `context` is gone by then.
/// (QFuture::then(context) aborts in that case in Qt 6.4.)
template <class T, class OnAnswer, class OnFailure>
void whenDone(const QFuture<T>& future, QObject* context, OnAnswer onAnswer, OnFailure onFailure)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [=]() mutable {
        watcher->deleteLater();
        try {
            watcher->waitForFinished();
        } catch (const std::exception& failure) {
            onFailure(failure);
            return;
        }
        if constexpr (std::is_void_v<T>) {
            onAnswer();
        } else {
            onAnswer(watcher->result());
        }
    });
    watcher->setFuture(future);
}

/// The one thread that touches the tablet's database. View-models send it work, in order, and get
/// the answer back on their own thread with whenDone(core.run(...), this, ...); a page that is gone
/// gets none.
///
/// Opening starts with construction, beside whatever the caller does next. When it was refused
/// (newer version, not ours, disk broken) every run() fails with NotOpen, and `opened()` holds why.
/// Work that throws reaches the caller through whenDone. The destructor lets queued work
/// finish: what was tapped is saved. Capture by value: work runs when the caller may be gone.
class CoreThread {
public:
    /// What the future of every run() holds when the database could not be opened.
    struct NotOpen : std::exception {
        const char* what() const noexcept override { return "database not open"; }
    };

    explicit CoreThread(OpenDatabase open);
    ~CoreThread();
    CoreThread(const CoreThread&) = delete;
    CoreThread& operator=(const CoreThread&) = delete;

    /// Waits until the database is open, or gives why it is not (codes "store.newer",
    /// "store.foreign", "store.broken").
    base::Result<void> opened();

    /// Waits until everything that was sent is done.
    void finish();

    /// Does `work(SQLite::Database&)` after everything sent before it.
    template <class Work>
    QFuture<std::invoke_result_t<Work&, SQLite::Database&>> run(Work work)
    {
        using Answer = std::invoke_result_t<Work&, SQLite::Database&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        m_pool.start([this, work = std::move(work), promise]() mutable {
            try {
                if constexpr (std::is_void_v<Answer>) {
                    work(database());
                } else {
                    promise->addResult(work(database()));
                }
            } catch (...) {
                promise->setException(std::current_exception());
            }
            promise->finish();
        });
        return future;
    }

private:
    SQLite::Database& database();

    std::optional<SQLite::Database> m_db;  // touched on the pool's one thread only
    QFuture<base::Result<void>> m_opened;
    QThreadPool m_pool;
};

}  // namespace app
