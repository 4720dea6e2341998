#include <catch2/catch.hpp>
#include <filesystem>

#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "tests/support/synced_tablet.h"

using namespace support;

namespace {
/// Of photos and thumbnails that came from the hub.
std::int64_t cachedBytes(SyncedTablet& tablet)
{
    return store::Media(tablet.db()).pulledBytes();
}

int cachedFiles(SyncedTablet& tablet)
{
    return tablet.db()
        .execAndGet("SELECT count(*) FROM media WHERE origin = 'pulled' AND deleted = 0")
        .getInt();
}
}  // namespace

TEST_CASE("A draft survives its tablet: the inspector's next one goes on with it")
{
    TestHub hub;
    domain::InspectionId id;
    std::optional<domain::Inspection> last;
    {
        SyncedTablet lost(hub, 1, county::inspector());
        id = lost.tablet().start();
        REQUIRE_FALSE(lost.sync().problem);
        lost.tablet().clock().advance(1000);
        lost.tablet().answerAllOk(id);
        lost.tablet().photo(id);
        REQUIRE_FALSE(lost.sync().problem);
        last = store::Drafts(lost.db()).find(id);
    }
    SyncedTablet next(hub, 2, county::inspector());
    const auto found = store::Drafts(next.db()).find(id);
    REQUIRE(found);
    CHECK(found->answers == last->answers);
    CHECK(found->subject == last->subject);
    CHECK(found->photos.empty());  // it had not been sent
    CHECK(store::Drafts(next.db()).unsaved().empty());

    SyncedTablet other(hub, 3, county::otherInspector());
    CHECK(store::Drafts(other.db()).list().empty());

    SECTION("and submits it, after which no tablet is given it again")
    {
        REQUIRE(support::signOff(next.tablet().context(), id));
        CHECK(next.tablet().submit(id));
        REQUIRE_FALSE(next.sync().problem);
        SyncedTablet third(hub, 4, county::inspector());
        CHECK(store::Drafts(third.db()).list().empty());
        CHECK(store::Records(third.db()).newest(id));
    }
    SECTION("a draft that was thrown away on it does not come back with the next round")
    {
        REQUIRE(actions::discardDraft(next.tablet().context(), id));
        REQUIRE_FALSE(next.sync().problem);
        CHECK(store::Drafts(next.db()).list().empty());
    }
}

TEST_CASE("Last time's photos of the assigned villages are fetched ahead, within the cache limit")
{
    TestHub hub;
    {
        SyncedTablet before(hub, 1, county::inspector());
        before.inspect(county::village1, 3, 20'000);
        before.inspect(county::village2, 3, 20'000);
        REQUIRE(before.syncUntilDone());
    }
    SyncedTablet next(hub, 2, county::inspector());
    REQUIRE(next.syncUntilDone());
    CHECK(cachedFiles(next) == 12);

    SECTION("over a smaller limit the least used goes, and its file too")
    {
        next.options().cacheLimitBytes = 50'000;
        REQUIRE(next.syncUntilDone());
        CHECK(cachedBytes(next) <= 50'000);
        CHECK(cachedFiles(next) > 0);
        std::uintmax_t onDisk = 0;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(next.tablet().mediaFolder()))
            if (entry.is_regular_file()) onDisk += entry.file_size();
        CHECK(onDisk <= 50'000);
    }
}
