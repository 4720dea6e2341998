#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>

#include "core/store/drafts.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "tests/support/synced_tablet.h"
#include "tests/sync/invariants.h"
#include "tests/sync/simulated_disk.h"

// The n-th write, sync or rename fails and nothing after it works, for n = 1, 2, 3 … until a run
// needs fewer: as if the power went right there.
using namespace support;
using simulation::SimulatedDisk;

namespace {
constexpr int mostWrites = 400;

/// Hundreds of small databases: what the disk itself promises is proved elsewhere.
[[maybe_unused]] const bool inMemory =
    std::filesystem::is_directory("/dev/shm") && ::setenv("TMPDIR", "/dev/shm", 0) == 0;

/// A hub, a tablet and a supervisor's, and the disk of the one that fails.
struct Scene {
    TestHub hub{5};
    SyncedTablet tablet{hub, 1, county::inspector()};
    SyncedTablet supervisor{hub, 2, county::supervisor()};
    std::mt19937_64 engine{7};

    /// Everything that was called saved or acknowledged is there, once, and all agree.
    void agree()
    {
        REQUIRE(tablet.syncUntilDone());
        REQUIRE(supervisor.syncUntilDone());
        REQUIRE(tablet.syncUntilDone());
        simulation::Violations violations;
        simulation::checkTablet(tablet, hub, violations);
        simulation::checkTablet(supervisor, hub, violations);
        simulation::checkHub(hub, violations);
        CHECK(violations == simulation::Violations{});
    }
};

/// The tablet does something while its disk fails at the n-th write; true when it did fail.
bool failTablet(Scene& scene, int n, const std::function<void()>& deed)
{
    SimulatedDisk disk(scene.tablet.tablet().folder().path());
    disk.settle();
    disk.failAfter(n);
    try {
        deed();
    } catch (const std::exception&) {
        if (!disk.isOff()) throw;
    }
    const bool failed = disk.isOff();
    disk.disarm();
    scene.tablet.tablet().reopen(
        [&] { disk.restart(SimulatedDisk::After::powerCut, scene.engine); });
    disk.settle();
    return failed;
}

/// Runs with n = 1, 2, 3 … until nothing fails; how many did.
int loop(const std::function<bool(int)>& run)
{
    int n = 1;
    while (n < mostWrites && run(n)) ++n;
    CHECK(n < mostWrites);
    return n - 1;
}
}  // namespace

TEST_CASE("A hub that fails at any write of a commit has acknowledged nothing that is not there")
{
    const int failed = loop([](int n) {
        Scene scene;
        scene.tablet.inspect(county::village1, 1, 3'000);
        SimulatedDisk disk(scene.hub.folder());
        disk.settle();
        disk.failAfter(n);
        scene.tablet.sync();
        const bool off = disk.isOff();
        disk.disarm();
        disk.powerOff();
        scene.hub.reopen([&] { disk.restart(SimulatedDisk::After::powerCut, scene.engine); });
        INFO("write " << n);
        scene.agree();
        CHECK(scene.hub.logSize() == 1 + 1);
        return off;
    });
    INFO(failed << " writes");
    CHECK(failed > 10);
}

TEST_CASE("A tablet that fails at any write of an answer or a submission has said so or has it")
{
    const int failed = loop([](int n) {
        Scene scene;
        const auto draft = scene.tablet.tablet().start("LJ", county::village1);
        const auto saved = store::Drafts(scene.tablet.db()).find(draft);
        const std::string item = saved->answers.front().itemCode;
        bool answered = false;
        bool submitted = false;
        const bool off = failTablet(scene, n, [&] {
            Tablet& tablet = scene.tablet.tablet();
            answered = support::setState(tablet.context(), draft, item, domain::AnswerState::ok)
                           .has_value();
            tablet.answerAllOk(draft);
            submitted = tablet.submit(draft);
        });
        INFO("write " << n);
        const auto there = store::Drafts(scene.tablet.db()).find(draft);
        const bool inOutbox = store::Outbox(scene.tablet.db()).unsettledCount() == 1;
        CHECK((there.has_value() != inOutbox));
        if (submitted) CHECK(inOutbox);
        if (answered && there) CHECK(there->answers.front().state == domain::AnswerState::ok);
        if (there) {
            scene.tablet.tablet().answerAllOk(draft);
            REQUIRE(scene.tablet.tablet().submit(draft));
        }
        scene.agree();
        CHECK(scene.hub.logSize() == 1);
        return off;
    });
    CHECK(failed > 5);
}

TEST_CASE("A tablet that fails at any write of what it reads has all of a page or none of it")
{
    const int failed = loop([](int n) {
        Scene scene;
        SyncedTablet other(scene.hub, 3, county::otherInspector());
        const auto first = other.inspect(county::village1, 1, 3'000);
        const auto second = other.inspect(county::village2, 0);
        REQUIRE(other.syncUntilDone());
        const bool off = failTablet(scene, n, [&] { scene.tablet.sync(); });
        INFO("write " << n);
        const store::Records records(scene.tablet.db());
        CHECK(records.head(first).has_value() == records.head(second).has_value());
        scene.agree();
        CHECK(records.head(first));
        return off;
    });
    CHECK(failed > 3);
}
