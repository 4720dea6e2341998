#include <catch2/catch.hpp>
#include <filesystem>

#include "core/store/identity.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/log.h"
#include "tests/support/synced_tablet.h"
#include "tests/sync/invariants.h"

using namespace support;
namespace fs = std::filesystem;

namespace {
/// Everything that must hold between these and the hub.
simulation::Violations violationsOf(TestHub& hub, std::initializer_list<SyncedTablet*> tablets)
{
    simulation::Violations violations;
    for (SyncedTablet* tablet : tablets) simulation::checkTablet(*tablet, hub, violations);
    simulation::checkHub(hub, violations);
    return violations;
}
}  // namespace

TEST_CASE("A hub put back from an older backup gets back what tablets still hold")
{
    TestHub hub;
    const TemporaryFolder backup;
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet other(hub, 2, county::otherInspector());
    SyncedTablet supervisor(hub, 3, county::supervisor());
    inspector.inspect(county::village1, 1);
    REQUIRE_FALSE(inspector.sync().problem);
    hub.backUp(backup / "hub");
    const auto lost = inspector.inspect(county::village2, 2);
    REQUIRE_FALSE(inspector.sync().problem);
    REQUIRE_FALSE(supervisor.sync().problem);
    const int before = hub.logSize();

    hub.restore(backup / "hub");
    other.inspect(county::village3, 1);  // takes the numbers of what was lost
    REQUIRE_FALSE(other.syncUntilDone() == false);
    REQUIRE_FALSE(supervisor.sync().problem);
    CHECK_FALSE(
        store::Records(supervisor.db()).head(lost));  // the hub does not know it: not yet again

    REQUIRE_FALSE(inspector.sync().problem);
    for (int round = 0; round < 2; ++round)
        for (SyncedTablet* tablet : {&inspector, &other, &supervisor})
            REQUIRE_FALSE(tablet->sync().problem);
    CHECK(hub.logSize() == before + 2);
    CHECK(store::Records(supervisor.db()).head(lost));
    CHECK(violationsOf(hub, {&inspector, &other, &supervisor}) == simulation::Violations{});
}

TEST_CASE("A revoked tablet, too, hands in again what a hub lost that was put back from a backup")
{
    TestHub hub;
    const TemporaryFolder backup;
    SyncedTablet inspector(hub, 1, county::inspector());
    hub.backUp(backup / "hub");
    inspector.inspect(county::village1, 1);
    REQUIRE_FALSE(inspector.sync().problem);
    hub.restore(backup / "hub");
    const domain::DeviceId device = store::Identity(inspector.db()).enrolment()->device;
    hub.hub().services().committer.run(
        [&](hub::Connection& db) { return hub::revokeDevice(db, device, hub.clock().nowMs); });

    const auto refused = inspector.sync();
    REQUIRE(refused.problem);
    CHECK(refused.problem->code == protocol::code::revoked);
    int aside = 0;
    hub.hub().services().committer.run([&](hub::Connection& db) {
        hub::readSetAside(db, 0, [&aside](const hub::SetAside&) { ++aside; });
    });
    CHECK(aside == 1);
    CHECK(violationsOf(hub, {&inspector}) == simulation::Violations{});
}

TEST_CASE("What a hub had set aside is set aside again on one that was put back from a backup")
{
    TestHub hub;
    const TemporaryFolder backup;
    SyncedTablet inspector(hub, 1, county::inspector());
    hub.backUp(backup / "hub");
    const domain::DeviceId device = store::Identity(inspector.db()).enrolment()->device;
    const auto revoke = [&] {
        hub.hub().services().committer.run(
            [&](hub::Connection& db) { return hub::revokeDevice(db, device, hub.clock().nowMs); });
    };
    revoke();
    inspector.inspect(county::village1, 0);
    REQUIRE(inspector.sync().problem);
    REQUIRE(store::Outbox(inspector.db()).refusedCount() == 1);
    hub.restore(backup / "hub");
    revoke();
    inspector.sync();
    CHECK(store::Outbox(inspector.db()).refusedCount() == 1);
    CHECK(violationsOf(hub, {&inspector}) == simulation::Violations{});
}

TEST_CASE("A tablet put back from an older copy of itself goes on, and nothing is twice or lost")
{
    TestHub hub;
    SyncedTablet tablet(hub, 1, county::inspector());
    tablet.inspect(county::village1, 1);
    const std::string copy = tablet.tablet().folder() / "copy.db";
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    fs::copy_file(tablet.tablet().databasePath(), copy);
    const auto known = tablet.inspect(county::village2, 0);
    REQUIRE_FALSE(tablet.sync().problem);

    // In place, so that the file keeps its inode and nothing shows at the start.
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    tablet.tablet().reopen();
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    fs::copy_file(copy, tablet.tablet().databasePath(), fs::copy_options::overwrite_existing);
    tablet.tablet().reopen();
    REQUIRE(store::Outbox(tablet.db()).unsettledCount() == 1);
    const auto fresh = tablet.inspect(county::village3, 1);

    REQUIRE(tablet.syncUntilDone());
    CHECK(store::Outbox(tablet.db()).unsettledCount() == 0);
    CHECK(store::Outbox(tablet.db()).refusedCount() == 0);
    CHECK(store::Records(tablet.db()).head(known));
    CHECK(store::Records(tablet.db()).head(fresh));
    simulation::Violations violations;
    simulation::checkHub(hub, violations);
    CHECK(violations == simulation::Violations{});
}

TEST_CASE(
    "A village that is taken away from an inspector is no longer on the tablet, own work stays")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet other(hub, 2, county::otherInspector());
    const auto seen = inspector.inspect(county::village1, 0);
    const auto own = other.inspect(county::village2, 0);
    REQUIRE_FALSE(inspector.sync().problem);
    REQUIRE_FALSE(other.sync().problem);
    REQUIRE(store::Records(other.db()).head(seen));

    hub.assign(county::otherInspector().id, {county::village6});
    REQUIRE_FALSE(other.sync().problem);
    CHECK_FALSE(store::Records(other.db()).head(seen));
    CHECK(store::Records(other.db()).head(own));
}
