#include "app/core_thread.h"

#include <QObject>
#include <QThread>
#include <catch2/catch.hpp>
#include <vector>

#include "tests/app/qt_application.h"

namespace {

base::Result<SQLite::Database> inMemory()
{
    return sqlite::open(":memory:");
}

void unexpected(const std::exception& why)
{
    FAIL(why.what());
}

}  // namespace

TEST_CASE("Work is done in the order in which it was sent, and answered on the sender's thread",
          "[core_thread]")
{
    support::qtApplication();
    app::CoreThread core(inMemory);
    REQUIRE(core.opened());
    QObject page;
    std::vector<int> answers;
    bool otherThread = false, sameThreadBack = true;
    for (int i = 0; i < 50; ++i) {
        app::whenDone(
            core.run([i, home = QThread::currentThread(), &otherThread](SQLite::Database& db) {
                if (i == 0) {
                    db.exec("CREATE TABLE t(n INTEGER) STRICT");
                    otherThread = QThread::currentThread() != home;
                }
                db.exec("INSERT INTO t VALUES(1)");
                return db.execAndGet("SELECT count(*) FROM t").getInt();
            }),
            &page,
            [&, home = QThread::currentThread()](int count) {
                answers.push_back(count);
                sameThreadBack = sameThreadBack && QThread::currentThread() == home;
            },
            unexpected);
    }
    REQUIRE(support::eventually([&] { return answers.size() == 50; }));
    CHECK(std::is_sorted(answers.begin(), answers.end()));
    CHECK(answers.back() == 50);
    CHECK(otherThread);
    CHECK(sameThreadBack);
}

TEST_CASE("A failure of the database reaches the one who asked, and later work is done",
          "[core_thread]")
{
    support::qtApplication();
    app::CoreThread core(inMemory);
    QObject page;
    bool failed = false, answered = false;
    app::whenDone(
        core.run([](SQLite::Database& db) { db.exec("not sql"); }), &page, [] { FAIL("answered"); },
        [&](const std::exception& why) {
            failed = dynamic_cast<const SQLite::Exception*>(&why) != nullptr;
        });
    app::whenDone(
        core.run([](SQLite::Database&) { return 1; }), &page, [&](int) { answered = true; },
        unexpected);
    CHECK(support::eventually([&] { return failed && answered; }));
}

TEST_CASE("A page that is gone gets no answer", "[core_thread]")
{
    support::qtApplication();
    app::CoreThread core(inMemory);
    bool answered = false, last = false;
    {
        QObject page;
        const auto slow = [](SQLite::Database&) {
            QThread::msleep(20);
            return 1;
        };
        app::whenDone(
            core.run(slow), &page, [&](int) { answered = true; }, unexpected);
    }
    QObject other;
    app::whenDone(
        core.run([](SQLite::Database&) { return 1; }), &other, [&](int) { last = true; },
        unexpected);
    REQUIRE(support::eventually([&] { return last; }));
    CHECK_FALSE(answered);
}

TEST_CASE("A refused database says why, and every request fails instead of hanging",
          "[core_thread]")
{
    support::qtApplication();
    app::CoreThread core(
        []() -> base::Result<SQLite::Database> { return base::fail("store.newer", "请升级"); });
    const auto opened = core.opened();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == "store.newer");
    QObject page;
    bool failed = false;
    app::whenDone(
        core.run([](SQLite::Database&) { return 1; }), &page, [](int) { FAIL("answered"); },
        [&](const std::exception& why) {
            failed = dynamic_cast<const app::CoreThread::NotOpen*>(&why) != nullptr;
        });
    CHECK(support::eventually([&] { return failed; }));

    app::CoreThread broken(
        []() -> base::Result<SQLite::Database> { throw SQLite::Exception("disk I/O error", 10); });
    REQUIRE_FALSE(broken.opened());
    CHECK(broken.opened().error().code == "store.broken");
}

TEST_CASE("What was sent before the end is still done", "[core_thread]")
{
    support::qtApplication();
    std::atomic<int> done = 0;
    {
        app::CoreThread core(inMemory);
        for (int i = 0; i < 20; ++i) {
            core.run([&done](SQLite::Database&) { ++done; });
        }
    }
    CHECK(done == 20);
}
