#include "core/actions/room.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/sqlite/bind.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/sync_state.h"
#include "tests/support/attach_photo.h"
#include "tests/support/tablet.h"

using store::MediaKind;
using support::Tablet;
namespace fs = std::filesystem;

namespace {
constexpr actions::RoomRules noRoom{0, 1'000'000'000'000};

bool there(Tablet& tablet, const domain::Sha256& sha256, MediaKind kind = MediaKind::photo)
{
    return fs::exists(tablet.mediaFolder() + "/" + store::mediaPath(sha256, kind));
}

// A submitted check with one photo and its original.
domain::PhotoEntry submittedPhoto(Tablet& tablet, const std::string& kind)
{
    const auto draft = tablet.start(kind);
    tablet.answerAllOk(draft);
    const std::string original = tablet.folder() / "original.jpg";
    std::ofstream(original, std::ios::trunc) << "original of " << kind;
    support::CapturedPhoto photo;
    photo.jpeg = "scaled " + kind;
    photo.thumbnail = "thumb " + kind;
    photo.widthPx = photo.heightPx = 10;
    photo.originalPath = original;
    tablet.clock().advance(1000);
    const auto entry = support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo);
    REQUIRE(entry);
    REQUIRE(tablet.submit(draft));
    return *entry;
}

void acknowledge(Tablet& tablet, std::int64_t& seq)
{
    store::Outbox outbox(tablet.db());
    for (const auto& entry : outbox.unsettled(10))
        outbox.settle({entry.record, store::OutboxState::applied, ++seq, "", "", {}}, 1);
}

// The hub's answer to the last byte, and its record of it as number `seq` of the log.
void receive(Tablet& tablet, const domain::PhotoEntry& photo, std::int64_t seq)
{
    store::Media(tablet.db()).putReceived(photo.sha256, 1);
    sqlite::run(tablet.db(), "INSERT INTO photo_receipt VALUES (?1, ?2)", photo.sha256, seq);
}
}  // namespace

TEST_CASE("However full it is, a tablet gives up nothing before receipt and durable record")
{
    Tablet tablet;
    std::int64_t seq = 0;
    const auto photo = submittedPhoto(tablet, "LJ");
    store::Media media(tablet.db());
    const auto none = [&] {
        const auto report = actions::makeRoom(tablet.context(), tablet.mediaFolder(), noRoom);
        REQUIRE(report);
        CHECK(report->stillOver == media.bytesOnDisk());
        return report->files == 0 && there(tablet, photo.sha256);
    };
    CHECK(none());
    acknowledge(tablet, seq);
    CHECK(none());
    receive(tablet, photo, seq + 1);
    CHECK(none());
    store::SyncState(tablet.db()).putHubSeqs(seq + 1, seq - 1);
    CHECK(none());
    store::SyncState(tablet.db()).putHubSeqs(seq + 1, seq);  // the photo came after the backup
    CHECK(actions::makeRoom(tablet.context(), tablet.mediaFolder(), noRoom)->files == 1);
    CHECK_FALSE(there(tablet, photo.originalSha256, MediaKind::original));
    CHECK(there(tablet, photo.sha256));
    store::SyncState(tablet.db()).putHubSeqs(seq + 1, seq + 1);
    const auto report = actions::makeRoom(tablet.context(), tablet.mediaFolder(), noRoom);
    REQUIRE(report);
    CHECK(report->files == 1);
    CHECK_FALSE(there(tablet, photo.sha256));
    CHECK(there(tablet, photo.thumbSha256, MediaKind::thumb));
    CHECK(media.find(photo.sha256)->deleted);
    CHECK(actions::sweepMedia(tablet.context(), tablet.mediaFolder())->missing.empty());
}

TEST_CASE(
    "An original that was asked for stays until a backup of a later log than its receipt holds it")
{
    Tablet tablet;
    std::int64_t seq = 0;
    const auto photo = submittedPhoto(tablet, "LJ");
    acknowledge(tablet, seq);
    receive(tablet, photo, ++seq);
    store::Media media(tablet.db());
    media.putWanted(photo.originalSha256, true);
    store::SyncState state(tablet.db());
    const auto stays = [&](std::int64_t durable) {
        state.putHubSeqs(100, durable);
        REQUIRE(actions::makeRoom(tablet.context(), tablet.mediaFolder(), noRoom));
        return there(tablet, photo.originalSha256, MediaKind::original);
    };
    CHECK(stays(100));  // not sent yet
    media.putReceived(photo.originalSha256, 1);
    CHECK(stays(100));  // how long the log was then is not known yet
    media.putLogEnd(100);
    media.putLogEnd(200);
    CHECK(stays(100));
    CHECK_FALSE(stays(101));
}

TEST_CASE("Originals go before scaled photos, the oldest first, and no more than is needed")
{
    Tablet tablet;
    std::int64_t seq = 0;
    const auto first = submittedPhoto(tablet, "LJ");
    const auto second = submittedPhoto(tablet, "MV");
    acknowledge(tablet, seq);
    store::Media media(tablet.db());
    receive(tablet, first, seq);
    receive(tablet, second, seq);
    store::SyncState(tablet.db()).putHubSeqs(seq, seq);
    actions::RoomRules rules = noRoom;
    rules.budgetBytes = media.bytesOnDisk() - 1;
    REQUIRE(actions::makeRoom(tablet.context(), tablet.mediaFolder(), rules)->files == 1);
    CHECK_FALSE(there(tablet, first.originalSha256, MediaKind::original));
    CHECK(there(tablet, second.originalSha256, MediaKind::original));
    rules.budgetBytes = media.bytesOnDisk();
    CHECK(actions::makeRoom(tablet.context(), tablet.mediaFolder(), rules)->files == 0);
    rules.keepMs = 500;
    tablet.clock().advance(600);
    CHECK(actions::makeRoom(tablet.context(), tablet.mediaFolder(), rules)->files == 3);
}

TEST_CASE(
    "Killed between the row's mark and the file: the sweep takes the file away without a word")
{
    Tablet tablet;
    const auto photo = submittedPhoto(tablet, "LJ");
    store::Media(tablet.db()).putDeleted(photo.sha256);
    const auto report = actions::sweepMedia(tablet.context(), tablet.mediaFolder());
    REQUIRE(report);
    CHECK(report->strangers.empty());
    CHECK(report->missing.empty());
    CHECK_FALSE(there(tablet, photo.sha256));
}
