#include "core/actions/photos.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/actions/draft.h"
#include "core/actions/submit.h"
#include "core/crypto/hash.h"
#include "core/evidence/faults.h"
#include "core/evidence/seal.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/sync_state.h"
#include "tests/support/attach_photo.h"
#include "tests/support/small_disk.h"
#include "tests/support/tablet.h"

using store::MediaKind;
using store::MediaState;
using support::Tablet;
namespace fs = std::filesystem;

namespace {
std::string pathOf(Tablet& tablet, const domain::Sha256& sha256, MediaKind kind = MediaKind::photo)
{
    return tablet.mediaFolder() + "/" + store::mediaPath(sha256, kind);
}

std::size_t filesUnder(const std::string& folder)
{
    std::size_t files = 0;
    if (fs::exists(folder))
        for (const auto& found : fs::recursive_directory_iterator(folder))
            files += found.is_regular_file() ? 1U : 0U;
    return files;
}

support::CapturedPhoto captured(const std::string& bytes)
{
    support::CapturedPhoto photo;
    photo.jpeg = bytes;
    photo.thumbnail = "t" + bytes.substr(0, 100);
    photo.widthPx = photo.heightPx = 100;
    return photo;
}

store::Shot shotOf(const std::string& target)
{
    store::Shot shot;
    shot.target = target;
    shot.file = "shots/1.jpg";
    shot.ours = true;
    return shot;
}
}  // namespace

TEST_CASE(
    "A photo's files have the bytes of their hashes, and its entry links to the photo before it")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto original = tablet.folder() / "original.jpg";
    std::ofstream(original, std::ios::binary) << "as the camera gave it";
    auto photo = captured("scaled");
    photo.originalPath = original;
    photo.itemCode = "LJ07";
    const auto first = support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo);
    REQUIRE(first);
    const auto second = tablet.photo(draft);
    CHECK(first->previousLink.empty());
    CHECK(second.previousLink == first->link);
    CHECK(first->link == evidence::linkOf(*first));
    CHECK(crypto::sha256OfFile(pathOf(tablet, first->sha256))->sha256 == first->sha256.value);
    CHECK(crypto::sha256OfFile(pathOf(tablet, first->thumbSha256, MediaKind::thumb))->sha256 ==
          first->thumbSha256.value);
    CHECK(
        crypto::sha256OfFile(pathOf(tablet, first->originalSha256, MediaKind::original))->sha256 ==
        crypto::sha256("as the camera gave it"));
    CHECK(filesUnder(tablet.mediaFolder()) == 5);
    CHECK(store::Drafts(tablet.db()).find(draft)->photos == std::vector{*first, second});
    CHECK(store::Media(tablet.db()).unsentTotals().files == 4);
}

TEST_CASE("A photo that does not fit its draft is refused")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto photo = captured("bytes");
    const auto attach = [&] {
        return support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo);
    };
    photo.itemCode = "LJ99";
    CHECK(attach().error().code == "item.unknown");
    photo.itemCode = "LJ07";
    photo.finding = {"gone"};
    CHECK(attach().error().code == "finding.none");
    photo.jpeg = std::string(8 * 1024 * 1024 + 1, 'x');
    CHECK(attach().error().code == "photo.too_large");
    photo.jpeg.clear();
    CHECK(attach().error().code == "photo.empty");
    CHECK(support::attachPhoto(tablet.context(), tablet.mediaFolder(), {"none"}, captured("b"))
              .error()
              .code == "draft.unknown");
    CHECK(store::Drafts(tablet.db()).find(draft)->photos.empty());
}

TEST_CASE("A photo taken out comes back with undo, and is not sent when it stays out")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    tablet.answerAllOk(draft);
    const auto kept = tablet.photo(draft, "LJ01");
    const auto out = tablet.photo(draft, "LJ01");
    REQUIRE(actions::removePhoto(tablet.context(), draft, out.id));
    CHECK(actions::removePhoto(tablet.context(), draft, out.id).error().code == "photo.unknown");
    REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(store::Drafts(tablet.db()).find(draft)->photos.size() == 2);
    REQUIRE(actions::removePhoto(tablet.context(), draft, out.id));
    const auto record = actions::submit(tablet.context(), draft);
    REQUIRE(record);
    store::Media media(tablet.db());
    CHECK(media.find(out.sha256)->state == MediaState::kept);
    CHECK(media.find(kept.sha256)->state == MediaState::local);
    CHECK(store::Records(tablet.db()).newest(draft)->photos == std::vector{kept});

    CHECK(media.toSend(10).empty());
    store::Outbox(tablet.db()).settle({*record, store::OutboxState::applied, 7, "", "", {}}, 1);
    const auto wanted = media.toSend(10);
    REQUIRE(wanted.size() == 2);
    CHECK(wanted[0].sha256 == kept.thumbSha256);
    CHECK(wanted[1].sha256 == kept.sha256);
}

TEST_CASE("A noted shot is kept as it was until it is entered, also when its finding is gone")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto before = tablet.photo(draft);
    store::Shot shot = shotOf(draft.value);
    shot.entry.itemCode = "LJ07";
    shot.entry.finding = {"gone"};
    shot.entry.view = domain::PhotoView::close;
    shot.entry.clocks.wallMs = tablet.clock().wallMs();
    shot.entry.fix = base::Fix{
        {29.258, 120.236}, 6, base::PositionSource::receiver, 1500, std::nullopt, 9, false};
    shot.directionDeg = 71.5;
    const auto noted = actions::noteShot(tablet.context(), tablet.mediaFolder(), shot);
    REQUIRE(noted);
    tablet.reopen();
    const auto kept = store::Shots(tablet.db()).list();
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().entry == noted->entry);
    CHECK(kept.front().entry.view == domain::PhotoView::close);
    CHECK(kept.front().entry.fix == shot.entry.fix);
    CHECK(kept.front().file == shot.file);
    CHECK(kept.front().directionDeg == 71.5);
    CHECK(actions::submit(tablet.context(), draft).error().code == "photo.on_its_way");

    domain::PhotoEntry entry = noted->entry;
    entry.sha256 = {crypto::sha256("scaled")};
    entry.bytes = 6;
    const auto entered = actions::enterShot(tablet.context(), *noted, entry, 0);
    REQUIRE(entered);
    CHECK(entered->previousLink == before.link);
    CHECK(entered->itemCode == "LJ07");
    CHECK(entered->finding.empty());
    CHECK(entered->view == domain::PhotoView::close);
    CHECK(store::Shots(tablet.db()).list().empty());
}

TEST_CASE("Of a shot that is refused or forgotten no note stays, so that it holds up nothing")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto note = [&](const std::string& target) {
        return actions::noteShot(tablet.context(), tablet.mediaFolder(), shotOf(target)).value();
    };
    REQUIRE(actions::forgetShot(tablet.context(), note(draft.value).entry.id));
    CHECK(actions::enterShot(tablet.context(), note(draft.value), {}, 0).error().code ==
          "photo.empty");
    CHECK(actions::enterShot(tablet.context(), note("none"), {}, 0).error().code == "photo.empty");
    auto late = note("none");
    late.entry.bytes = 1;
    CHECK(actions::enterShot(tablet.context(), late, late.entry, 0).error().code ==
          "draft.unknown");
    CHECK(store::Shots(tablet.db()).list().empty());
}

TEST_CASE("A tablet that is nearly full notes no shot and says so")
{
    support::SmallDisk disk(64'000'000);
    if (!disk.there()) return;
    Tablet tablet;
    const auto noted =
        actions::noteShot(tablet.context(), tablet.mediaFolder(), shotOf(tablet.start("LJ").value));
    REQUIRE_FALSE(noted);
    CHECK(noted.error().code == "store.full");
    CHECK(noted.error().message.starts_with("未保存"));
}

TEST_CASE("While a shot is on its way, files without a row may be its own and are left alone")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto noted =
        actions::noteShot(tablet.context(), tablet.mediaFolder(), shotOf(draft.value)).value();
    fs::create_directories(tablet.mediaFolder() + "/cd");
    std::ofstream(tablet.mediaFolder() + "/cd/of-the-shot.jpg") << "scaled";
    CHECK(actions::sweepMedia(tablet.context(), tablet.mediaFolder())->strangers.empty());
    REQUIRE(actions::forgetShot(tablet.context(), noted.entry.id));
    CHECK(actions::sweepMedia(tablet.context(), tablet.mediaFolder())->strangers.size() == 1);
}

TEST_CASE(
    "The sweep names files without a row, rows without a file, and takes unfinished files away")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto photo = tablet.photo(draft);
    const auto gone = tablet.photo(draft);
    fs::remove(pathOf(tablet, gone.sha256));
    fs::create_directories(tablet.mediaFolder() + "/cd");
    std::ofstream(tablet.mediaFolder() + "/cd/stranger.jpg") << "whose?";
    std::ofstream(tablet.mediaFolder() + "/cd/half.jpg.part") << "hal";
    fs::create_directories(tablet.mediaFolder() + "/tmp");
    std::ofstream(tablet.mediaFolder() + "/tmp/photo-abcdef") << "hal";
    const auto report = actions::sweepMedia(tablet.context(), tablet.mediaFolder());
    REQUIRE(report);
    CHECK(report->missing == std::vector{gone.sha256});
    CHECK(report->strangers == std::vector<std::string>{"stranger.jpg"});
    CHECK(report->leftovers == std::vector<std::string>{"half.jpg.part", "photo-abcdef"});
    CHECK(fs::exists(tablet.mediaFolder() + "/strangers/stranger.jpg"));
    CHECK(fs::exists(pathOf(tablet, photo.sha256)));
    CHECK(store::Media(tablet.db()).find(gone.sha256)->state == MediaState::missing);
    const auto again = actions::sweepMedia(tablet.context(), tablet.mediaFolder());
    CHECK(again->missing.empty());
    CHECK(again->strangers.empty());
}

TEST_CASE(
    "A submitted revision is sealed, and photos taken out or of drafts thrown away leave no gap in "
    "the chain")
{
    Tablet tablet;
    const auto thrown = tablet.start("MV");
    tablet.photo(thrown);
    REQUIRE(actions::discardDraft(tablet.context(), thrown));
    const auto draft = tablet.start("LJ");
    tablet.answerAllOk(draft);
    tablet.photo(draft, "LJ01");
    const auto out = tablet.photo(draft, "LJ01");
    tablet.photo(draft, "LJ01");
    REQUIRE(actions::removePhoto(tablet.context(), draft, out.id));
    REQUIRE(tablet.submit(draft));
    auto inspection = store::Records(tablet.db()).newest(draft).value();
    CHECK(inspection.removedPhotos.size() == 2);
    CHECK(inspection.seal->joins.empty());
    CHECK(evidence::faultsOf(inspection, store::Identity(tablet.db()).keys()->publicKey).empty());
    inspection.photos.erase(inspection.photos.begin());
    CHECK(evidence::faultsOf(inspection).size() == 2);
    CHECK(store::Drafts(tablet.db()).loosePhotos().empty());
}

TEST_CASE("A clock set back, or off by the satellites or the hub, marks the photo as doubtful")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    CHECK_FALSE(tablet.photo(draft).clocks.doubtful);
    tablet.clock().sinceBootMs = 1000;  // a reboot is no doubt
    CHECK_FALSE(tablet.photo(draft).clocks.doubtful);
    tablet.clock().nowMs -= 3'600'000;
    CHECK(tablet.photo(draft).clocks.doubtful);
    tablet.clock().nowMs += 3'600'000;
    CHECK_FALSE(tablet.photo(draft).clocks.doubtful);
    store::SyncState(tablet.db()).contacted(tablet.clock().nowMs, -200'000);
    CHECK(tablet.photo(draft).clocks.doubtful);
}

TEST_CASE(
    "A clock set back over a reboot is noticed, and a time that the satellites confirm is not "
    "in doubt")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    tablet.photo(draft);
    tablet.clock().nowMs -= 1'800'000;
    tablet.clock().sinceBootMs = 1000;
    CHECK(tablet.photo(draft).clocks.doubtful);
}
