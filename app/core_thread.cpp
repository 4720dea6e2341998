#include "app/core_thread.h"

#include <future>

namespace app {

CoreThread::CoreThread(OpenDatabase open)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(
        -1);  // one thread for the whole life: a connection belongs to its thread
    auto promise = std::make_shared<QPromise<base::Result<void>>>();
    m_opened = promise->future();
    promise->start();
    m_pool.start([this, open = std::move(open), promise] {
        base::Result<void> answer;
        try {
            if (auto db = open()) {
                m_db.emplace(std::move(*db));
            } else {
                answer = tl::unexpected(db.error());
            }
        } catch (const std::exception& broken) {
            answer =
                base::fail("store.broken", "本机数据打不开，请勿卸载，联系管理员", broken.what());
        }
        promise->addResult(answer);
        promise->finish();
    });
}

CoreThread::~CoreThread()
{
    m_pool.start(
        [this] { m_db.reset(); });  // after all work, on the thread that owns the connection
    m_pool.waitForDone();
}

void CoreThread::finish()
{
    std::promise<void> done;  // the pool's own waitForDone would end its thread
    m_pool.start([&done] { done.set_value(); });
    done.get_future().wait();
}

base::Result<void> CoreThread::opened()
{
    return m_opened.result();
}

SQLite::Database& CoreThread::database()
{
    if (!m_db) {
        throw NotOpen();
    }
    return *m_db;
}

}  // namespace app
