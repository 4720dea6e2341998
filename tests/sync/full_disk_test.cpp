#include <catch2/catch.hpp>

#include "core/actions/answers.h"
#include "core/actions/photos.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "tests/support/attach_photo.h"
#include "tests/support/small_disk.h"
#include "tests/support/synced_tablet.h"

using namespace support;

namespace {
constexpr long megabyte = 1'000'000;

/// The draft as bytes, and every one of its photos' files.
std::string everythingOf(Tablet& tablet, const domain::InspectionId& id)
{
    const auto draft = store::Drafts(tablet.db()).find(id);
    REQUIRE(draft);
    for (const domain::PhotoEntry& photo : draft->photos) {
        const auto file = crypto::sha256OfFile(
            tablet.mediaFolder() + "/" + store::mediaPath(photo.sha256, store::MediaKind::photo));
        REQUIRE(file);
        CHECK(file->sha256 == photo.sha256.value);
    }
    return domain::canonicalJson(*draft);
}

base::Result<domain::PhotoEntry> shoot(Tablet& tablet, const domain::InspectionId& draft)
{
    support::CapturedPhoto photo;
    photo.jpeg = std::string(300'000, 'p') + tablet.ids().next();
    photo.thumbnail = "thumb of it";
    photo.widthPx = photo.heightPx = 10;
    tablet.clock().advance(1000);
    return support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo);
}
}  // namespace

TEST_CASE("On a full tablet an answer and a photo are said not to be saved, and nothing is lost")
{
    SmallDisk disk(64 * megabyte);
    if (!disk.there()) return;
    Tablet tablet;
    const auto draft = tablet.start();
    tablet.answerAllOk(draft);
    REQUIRE(shoot(tablet, draft));
    disk.fill();

    // The write-ahead log has some room left from before: until that is used up, answers are saved.
    std::string saved = everythingOf(tablet, draft);
    const std::string item = store::Drafts(tablet.db()).find(draft)->answers.front().itemCode;
    std::optional<base::Error> refused;
    for (int i = 0; i < 2000 && !refused; ++i) {
        const auto put =
            support::answering(tablet.context(), draft, item, [i](domain::Answer& answer) {
                answer.note = std::string(1000, 'n') + std::to_string(i);
            });
        if (put)
            saved = everythingOf(tablet, draft);
        else
            refused = put.error();
    }
    REQUIRE(refused);
    CHECK(refused->code == "store.full");
    CHECK(refused->message.find("未保存") != std::string::npos);
    const auto photo = shoot(tablet, draft);
    REQUIRE_FALSE(photo);
    CHECK(photo.error().code == "store.full");
    CHECK(everythingOf(tablet, draft) == saved);

    disk.makeRoom();
    tablet.reopen();
    CHECK(everythingOf(tablet, draft) == saved);
    REQUIRE(actions::sweepMedia(tablet.context(), tablet.mediaFolder()));
    CHECK(everythingOf(tablet, draft) == saved);
    REQUIRE(shoot(tablet, draft));
    REQUIRE(tablet.submit(draft));
}

TEST_CASE("A full hub says 507, goes on being read, and takes everything once there is room")
{
    TestHub elsewhere;  // what every hub here starts from is not made on the small disk
    SmallDisk disk(8 * megabyte);
    if (!disk.there()) return;
    TestHub hub;
    ::unsetenv("TMPDIR");  // tablets have room
    SyncedTablet inspector(hub, 1, county::inspector());
    SyncedTablet supervisor(hub, 2, county::supervisor());
    const auto before = inspector.inspect(county::village1, 1);
    REQUIRE_FALSE(inspector.sync().problem);
    disk.fill();

    std::vector<domain::InspectionId> made;
    client::RoundResult result;
    const std::array villages{county::village2, county::village3, county::village4,
                              county::village5, county::village6};
    for (const auto& village : villages) {
        made.push_back(inspector.inspect(village, 3, 400'000));
        result = inspector.sync();
        if (result.problem) break;
    }
    REQUIRE(result.problem);
    CHECK(result.problem->code == "hub.full");
    CHECK(result.retryAfterS);

    // Reading goes on, for who has nothing to send and for who has.
    const auto read = supervisor.sync();
    INFO((read.problem ? read.problem->code : ""));
    CHECK_FALSE(read.problem);
    CHECK(store::Records(supervisor.db()).newest(before));

    disk.makeRoom();
    REQUIRE(inspector.syncUntilDone());
    CHECK(store::Outbox(inspector.db()).unsettledCount() == 0);
    REQUIRE(supervisor.syncUntilDone());
    for (const auto& id : made) {
        const auto seen = store::Records(supervisor.db()).newest(id);
        REQUIRE(seen);
        for (const domain::PhotoEntry& photo : seen->photos) CHECK(hub.holds(photo.sha256));
    }
}
