#include <catch2/catch.hpp>
#include <filesystem>

#include "core/domain/codec.h"
#include "core/store/draft_snapshots.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/sync_state.h"
#include "sync/hub/store/drafts.h"
#include "sync/protocol/words.h"
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
    CHECK(store::DraftSnapshots(next.db()).unsaved().empty());

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
    SECTION("a draft that was thrown away on it does not come back, neither here nor elsewhere")
    {
        REQUIRE(actions::discardDraft(next.tablet().context(), id));
        REQUIRE_FALSE(next.sync().problem);
        CHECK(store::Drafts(next.db()).list().empty());
        CHECK(store::DraftSnapshots(next.db()).dropped().empty());
        SyncedTablet third(hub, 4, county::inspector());
        CHECK(store::Drafts(third.db()).list().empty());
    }
}

TEST_CASE(
    "However many drafts the hub has of an inspector, the next tablet gets every one that fits")
{
    TestHub hub;
    domain::InspectionId last;
    {
        SyncedTablet lost(hub, 1, county::inspector());
        auto many = store::Drafts(lost.db()).find(lost.tablet().start("LJ", county::village1));
        for (std::size_t i = 0; i < 2 * protocol::limits::draftsPage; ++i) {
            many->id = {lost.tablet().ids().next()};
            hub.hub().services().committer.run([&](hub::Connection& db) {
                hub::putDraft(db, *many, {{"d"}, 0, 1}, domain::canonicalJson(*many));
            });
        }
        lost.tablet().clock().advance(1000);
        last = lost.tablet().start("LJ", county::village2);
        REQUIRE_FALSE(lost.sync().problem);
    }
    SyncedTablet next(hub, 2, county::inspector());
    CHECK(store::Drafts(next.db()).list().size() == 2);
    CHECK(store::Drafts(next.db()).exists(last));
    CHECK(store::SyncState(next.db()).completeAtMs());
}

TEST_CASE("A snapshot that reaches the hub after its draft was thrown away brings nothing back")
{
    TestHub hub;
    bool lose = true;
    SyncedTablet tablet(hub, 1, county::inspector(),
                        [&lose](const client::Request& request, std::size_t) {
                            const bool lost = lose && request.method == "PUT";
                            return Fault{lost ? Fault::Kind::unreachable : Fault::Kind::none};
                        });
    std::optional<hub::Request> underWay;
    tablet.network().onSend = [&underWay](hub::Request& request) {
        if (request.method == "PUT") underWay = request;
    };
    const auto id = tablet.tablet().start();
    CHECK(tablet.sync().problem);
    lose = false;
    tablet.tablet().clock().advance(1000);
    REQUIRE(actions::discardDraft(tablet.tablet().context(), id));
    REQUIRE_FALSE(tablet.sync().problem);
    REQUIRE(underWay);
    CHECK(hub::answer(hub.handler(), *underWay).status == 409);
    SyncedTablet next(hub, 2, county::inspector());
    CHECK(store::Drafts(next.db()).list().empty());
}

TEST_CASE("A hub put back from a backup is told again which drafts there are and which went")
{
    TestHub hub;
    const TemporaryFolder backup;
    SyncedTablet tablet(hub, 1, county::inspector());
    const auto thrown = tablet.tablet().start("LJ", county::village1);
    REQUIRE_FALSE(tablet.sync().problem);
    hub.backUp(backup / "hub");
    REQUIRE(actions::discardDraft(tablet.tablet().context(), thrown));
    const auto kept = tablet.tablet().start("LJ", county::village2);
    REQUIRE_FALSE(tablet.sync().problem);
    hub.restore(backup / "hub");
    REQUIRE_FALSE(tablet.sync().problem);

    SyncedTablet next(hub, 2, county::inspector());
    CHECK(store::Drafts(next.db()).exists(kept));
    CHECK_FALSE(store::Drafts(next.db()).exists(thrown));
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
