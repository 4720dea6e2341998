#include <catch2/catch.hpp>

#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "tests/support/synced_tablet.h"

using namespace support;

TEST_CASE(
    "What an inspector submitted is on the hub with its photos, and the supervisor's tablet has it")
{
    TestHub hub;
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet supervisor(hub, 2, county::supervisor());
    CHECK(store::Reference(inspector.db()).regionCount() == county::regions().size());

    const auto id = inspector.inspect(county::village1, 3);
    const auto result = inspector.sync();
    INFO((result.problem ? result.problem->code + " " + result.problem->where : ""));
    REQUIRE_FALSE(result.problem);
    CHECK(result.left.recordsLeft == 0);
    CHECK(result.left.photosLeft == 0);
    CHECK(result.changed);

    REQUIRE_FALSE(supervisor.sync().problem);
    const auto seen = store::Records(supervisor.db()).newest(id);
    REQUIRE(seen);
    REQUIRE(seen->photos.size() == 3);
    for (const domain::PhotoEntry& photo : seen->photos) {
        CHECK(hub.holds(photo.sha256));
        CHECK(hub.holds(photo.thumbSha256));
        CHECK(store::Records(supervisor.db()).isOnHub(photo.sha256));
        CHECK(store::Media(supervisor.db()).find(photo.thumbSha256));
    }
}
