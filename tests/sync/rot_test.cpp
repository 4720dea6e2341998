#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/store/media.h"
#include "core/store/records.h"
#include "sync/hub/admin/check.h"
#include "sync/hub/store/projections.h"
#include "tests/support/synced_tablet.h"

using namespace support;

namespace {
std::filesystem::path fileOf(TestHub& hub, const domain::Sha256& sha256)
{
    return hub.folder() / "media" / "whole" / sha256.value;
}

void flipByte(const std::filesystem::path& path)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(1000);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(1000);
    file.put(byte);
}

/// What `xuncun-hub check --repair` does.
base::Result<void> repair(TestHub& hub)
{
    return hub.hub().services().committer.run([&](hub::Connection& db) {
        const auto report = hub::checkEverything(db, hub.folder() / "media");
        return hub::askAgain(db, report, hub.clock().wallMs(), hub.hub().services().ids);
    });
}
}  // namespace

TEST_CASE("A photo that rots on the hub, or is gone, comes again from the tablet that still has it")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet supervisor(hub, 2, county::supervisor());
    const auto id = inspector.inspect(county::village1, 2);
    REQUIRE_FALSE(inspector.sync().problem);
    REQUIRE_FALSE(supervisor.sync().problem);
    const auto photos = store::Records(inspector.db()).newest(id)->photos;
    domain::Sha256 rotten = photos[0].sha256;
    SECTION("a photo") {}
    SECTION("a thumbnail")
    {
        rotten = photos[1].thumbSha256;
    }
    SECTION("found while it is served")
    {
        hub.reopen();
        CHECK(hub.holds(rotten));
    }
    SECTION("gone altogether")
    {
        std::filesystem::remove(fileOf(hub, rotten));
    }
    if (std::filesystem::exists(fileOf(hub, rotten))) flipByte(fileOf(hub, rotten));
    CHECK_FALSE(hub.holds(rotten));
    const bool isPhoto = rotten == photos[0].sha256;

    REQUIRE(repair(hub));
    REQUIRE_FALSE(supervisor.sync().problem);
    CHECK(store::Records(supervisor.db()).isOnHub(rotten) == false);
    REQUIRE_FALSE(inspector.sync().problem);
    CHECK(hub.holds(rotten));
    REQUIRE_FALSE(supervisor.sync().problem);
    CHECK(store::Records(supervisor.db()).isOnHub(rotten) == isPhoto);
    hub::Connection db(hub::databaseFile(hub.folder()), sqlite::Mode::readWrite);
    CHECK(hub::checkEverything(db, hub.folder() / "media").errors.empty());
}

TEST_CASE("Asking again for rotten photos folds the same from the log")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    const auto id = inspector.inspect(county::village1, 2);
    REQUIRE_FALSE(inspector.sync().problem);
    flipByte(fileOf(hub, store::Records(inspector.db()).newest(id)->photos[0].sha256));
    REQUIRE(repair(hub));
    hub.hub().services().committer.run([](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
    });
}

TEST_CASE("When every photo is gone nothing is asked for: the folder is not mounted")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    inspector.inspect(county::village1, 8);
    REQUIRE_FALSE(inspector.sync().problem);
    std::filesystem::remove_all(hub.folder() / "media" / "whole");
    const int before = hub.logSize();
    const auto refused = repair(hub);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "check.all_lost");
    CHECK(hub.logSize() == before);
}
