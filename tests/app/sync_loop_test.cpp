#include "app/sync_loop.h"

#include <QThread>
#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>
#include <vector>

#include "tests/app/qt_application.h"

using app::RoundResult;
using app::SyncProgress;
using Phase = SyncProgress::Phase;
using namespace std::chrono_literals;

namespace {

/// A hub's answers written down beforehand; the last one is given for ever.
class Script {
public:
    explicit Script(std::vector<RoundResult> answers) : m_answers(std::move(answers)) {}

    app::RunRound round()
    {
        return [this](SQLite::Database& db, const app::ReportProgress& report,
                      const std::atomic<bool>&) {
            db.exec("SELECT 1");
            report({Phase::running, 2, 3, 400, 0, {}, 0});
            const std::size_t i =
                std::min<std::size_t>(static_cast<std::size_t>(rounds++), m_answers.size() - 1);
            return m_answers[i];
        };
    }

    std::atomic<int> rounds = 0;

private:
    std::vector<RoundResult> m_answers;
};

base::Result<SQLite::Database> inMemory()
{
    return sqlite::open(":memory:");
}

RoundResult offline()
{
    RoundResult result;
    result.problem = base::Error{"hub.unreachable", "连不上", ""};
    result.recordsLeft = 2;
    return result;
}

constexpr app::SyncTiming quick{1ms, 20ms, 1h, 10s};
constexpr app::SyncTiming patient{1h, 1h, 1h, 10s};

}  // namespace

TEST_CASE("A lost hub is tried again until it answers, and then all is said to be done",
          "[sync_loop]")
{
    support::qtApplication();
    RoundResult done;
    done.changed = true;
    Script script({offline(), offline(), offline(), done});
    platform::NetworkState network;
    app::SyncLoop loop(inMemory, script.round(), network, quick);
    std::vector<SyncProgress> seen;
    int pulled = 0;
    QObject::connect(&loop, &app::SyncLoop::progressChanged,
                     [&](const SyncProgress& p) { seen.push_back(p); });
    QObject::connect(&loop, &app::SyncLoop::pulled, [&] { ++pulled; });
    loop.start();
    REQUIRE(support::eventually(
        [&] { return loop.progress().phase == Phase::idle && loop.progress().lastSuccessMs > 0; }));
    CHECK(script.rounds == 4);
    CHECK(pulled == 1);
    CHECK_FALSE(loop.progress().problem);
    CHECK(loop.progress().recordsLeft == 0);
    const auto waiting = std::find_if(seen.begin(), seen.end(),
                                      [](const auto& p) { return p.phase == Phase::waiting; });
    REQUIRE(waiting != seen.end());
    CHECK(waiting->problem->code == "hub.unreachable");
    CHECK(waiting->recordsLeft == 2);
    const auto running =
        std::find_if(seen.begin(), seen.end(), [](const auto& p) { return p.photosLeft == 3; });
    CHECK(running != seen.end());
}

TEST_CASE("A new record does not break a back-off, the user's wish does", "[sync_loop]")
{
    support::qtApplication();
    RoundResult busy = offline();
    busy.retryAfterS = 3600;
    Script script({busy, RoundResult{}});
    platform::NetworkState network;
    app::SyncLoop loop(inMemory, script.round(), network, quick);
    loop.start();
    REQUIRE(support::eventually([&] { return loop.progress().phase == Phase::waiting; }));
    CHECK(loop.progress().retryInS == 3600);
    loop.nudge();
    QTest::qWait(100);
    CHECK(script.rounds == 1);
    loop.syncNow();
    REQUIRE(support::eventually([&] { return loop.progress().phase == Phase::idle; }));
    CHECK(script.rounds == 2);
}

TEST_CASE("A new record starts a round at once when all was well", "[sync_loop]")
{
    support::qtApplication();
    Script script({RoundResult{}});
    platform::NetworkState network;
    app::SyncLoop loop(inMemory, script.round(), network, patient);
    loop.start();
    REQUIRE(support::eventually(
        [&] { return loop.progress().phase == Phase::idle && script.rounds == 1; }));
    loop.nudge();
    CHECK(support::eventually([&] { return script.rounds == 2; }));
}

TEST_CASE("The network coming back starts a round whatever the back-off says", "[sync_loop]")
{
    support::qtApplication();
    Script script({offline(), RoundResult{}});
    platform::NetworkState network;
    app::SyncLoop loop(inMemory, script.round(), network, patient);
    loop.start();
    REQUIRE(support::eventually(
        [&] { return loop.progress().problem.has_value() || script.rounds > 1; }));
    Q_EMIT network.changed();
    CHECK(support::eventually([&] { return script.rounds == 2; }));
}

TEST_CASE("A tablet that is not enrolled waits without trying, until it is", "[sync_loop]")
{
    support::qtApplication();
    RoundResult nobody;
    nobody.enrolled = false;
    Script script({nobody, RoundResult{}});
    platform::NetworkState network;
    app::SyncLoop loop(inMemory, script.round(), network, quick);
    loop.start();
    REQUIRE(support::eventually([&] { return loop.progress().phase == Phase::notEnrolled; }));
    QTest::qWait(50);
    CHECK(script.rounds == 1);
    loop.syncNow();
    CHECK(support::eventually([&] { return script.rounds == 2; }));
}

TEST_CASE("A round that throws is a problem to be shown, and the loop goes on", "[sync_loop]")
{
    support::qtApplication();
    std::atomic<int> rounds = 0;
    platform::NetworkState network;
    app::SyncLoop loop(
        inMemory,
        [&](SQLite::Database& db, const app::ReportProgress&, const std::atomic<bool>&) {
            if (rounds++ == 0) {
                db.exec("not sql");
            }
            return RoundResult{};
        },
        network, quick);
    std::string code;
    QObject::connect(&loop, &app::SyncLoop::progressChanged,
                     [&](const SyncProgress& p) { code = p.problem ? p.problem->code : code; });
    loop.start();
    REQUIRE(support::eventually([&] { return code == "sync.broken" && rounds >= 2; }));
}

TEST_CASE("A running round is asked to stop when the app closes", "[sync_loop]")
{
    support::qtApplication();
    std::atomic<bool> entered = false, stopped = false;
    platform::NetworkState network;
    {
        app::SyncLoop loop(
            inMemory,
            [&](SQLite::Database&, const app::ReportProgress&, const std::atomic<bool>& stop) {
                entered = true;
                while (!stop) {
                    QThread::msleep(1);
                }
                stopped = true;
                return RoundResult{};
            },
            network, quick);
        loop.start();
        REQUIRE(support::eventually([&] { return entered.load(); }));
    }
    CHECK(stopped);
}

TEST_CASE("A round that does not heed the end is given up after a while, one that does never is",
          "[sync_loop]")
{
    support::qtApplication();
    const bool heeds = GENERATE(true, false);
    INFO("heeds: " << heeds);
    std::atomic<bool> begun = false;
    std::atomic<bool> released = false;
    bool gaveUp = false;
    const auto round = [&](SQLite::Database&, const app::ReportProgress&,
                           const std::atomic<bool>& stop) {
        begun = true;
        while (!released && !(heeds && stop)) QThread::msleep(1);
        return RoundResult{};
    };
    platform::NetworkState network;
    app::SyncTiming timing = patient;
    timing.goodbye = heeds ? 10s : 20ms;
    {
        app::SyncLoop loop(inMemory, round, network, timing, [&] { gaveUp = released = true; });
        loop.start();
        REQUIRE(support::eventually([&] { return begun.load(); }));
    }
    CHECK(gaveUp == !heeds);
}
