#include "sync/client/rescue.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/crypto/hash.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "sync/hub/admin/rescue.h"
#include "sync/hub/resources/push.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/synced_tablet.h"

using namespace support;
namespace fs = std::filesystem;

namespace {
client::RescueReport written(SyncedTablet& owner, const std::string& file)
{
    const auto report = client::writeRescue(owner.db(), owner.tablet().mediaFolder(), file);
    REQUIRE(report);
    return *report;
}

/// A tablet with two checks that the hub has not got, in a file.
struct Stranded {
    TestHub hub;
    TemporaryFolder stick;
    SyncedTablet owner{hub, 1, county::inspector()};
    domain::InspectionId first = owner.inspect(county::village1, 2);
    domain::InspectionId second = owner.inspect(county::village2, 1);
    std::string file = stick / "work.xcr";
    client::RescueReport report = written(owner, file);

    bool hubHasAll()
    {
        for (const auto& id : {first, second}) {
            const auto made = store::Records(owner.db()).newest(id);
            REQUIRE(made);
            for (const domain::PhotoEntry& photo : made->photos)
                if (!hub.holds(photo.sha256) || !hub.holds(photo.thumbSha256)) return false;
        }
        return true;
    }
};
}  // namespace

TEST_CASE(
    "Unsent work goes to the hub with another tablet, and is one record when its own comes too")
{
    Stranded work;
    CHECK(work.report.records == 2);
    CHECK(work.report.photos == 6);
    SyncedTablet carrier(work.hub, 2, county::otherInspector());
    const std::string media = carrier.tablet().mediaFolder();
    const auto taken = client::carryRescue(media, work.file, work.report.code);
    REQUIRE(taken);
    CHECK(taken->records == 2);
    REQUIRE(client::carryRescue(media, work.file, work.report.code));  // no harm
    REQUIRE_FALSE(carrier.sync().problem);
    CHECK(work.hubHasAll());
    CHECK(work.hub.logSize() == 2 + 3);
    CHECK(fs::is_empty(fs::path(media).parent_path() / "carried"));
    CHECK(store::Outbox(work.owner.db()).unsettledCount() == 2);

    const auto sent = work.owner.network().bodyBytesSent;
    REQUIRE_FALSE(work.owner.sync().problem);
    CHECK(work.owner.network().bodyBytesSent - sent < 20'000);  // no photo twice
    CHECK(store::Outbox(work.owner.db()).unsettledCount() == 0);
    CHECK(store::Outbox(work.owner.db()).refusedCount() == 0);
    CHECK(work.hub.logSize() == 2 + 3);
}

TEST_CASE("A carrier that is cut off anywhere brings it with a later session")
{
    Stranded work;
    int requests = 0;
    SyncedTablet carrier(work.hub, 2, county::otherInspector(),
                         [&requests](const client::Request&, std::size_t bytes) {
                             Fault fault;
                             if (++requests % 3 == 0) fault.kind = Fault::Kind::lostAnswer;
                             fault.bytes = bytes / 2;
                             return fault;
                         });
    REQUIRE(client::carryRescue(carrier.tablet().mediaFolder(), work.file, work.report.code));
    REQUIRE(carrier.syncUntilDone(60));
    CHECK(work.hubHasAll());
    CHECK(work.hub.logSize() == 2 + 3);
}

TEST_CASE("The hub takes a rescue file itself, twice without harm, and the tablet's own later")
{
    Stranded work;
    for (int again = 0; again < 2; ++again) {
        const auto taken = hub::importRescue(work.hub.folder(), work.file, work.report.code,
                                             work.hub.clock(), seededBytes(7));
        INFO((taken ? "" : taken.error().code));
        REQUIRE(taken);
        CHECK(taken->records == 2);
        CHECK(taken->known == 2 * again);
        CHECK(taken->setAside == 0);
        CHECK(taken->photosKnown == 6 * again);
    }
    CHECK(work.hubHasAll());
    REQUIRE_FALSE(work.owner.sync().problem);
    CHECK(store::Outbox(work.owner.db()).unsettledCount() == 0);
    CHECK(work.hub.logSize() == 2 + 3);
}

TEST_CASE("A rescue file opens only with its code and only unchanged")
{
    Stranded work;
    SyncedTablet carrier(work.hub, 2, county::otherInspector());
    const std::string media = carrier.tablet().mediaFolder();
    const auto wrong = client::carryRescue(media, work.file, "AAAA-BBBB-CCCC-DDDD");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == "seal.code");
    {
        std::fstream file(work.file, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(fs::file_size(work.file) / 2));
        file.put('!');
    }
    const auto changed = client::carryRescue(media, work.file, work.report.code);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == "seal.code");
    fs::resize_file(work.file, fs::file_size(work.file) / 2);
    CHECK_FALSE(client::carryRescue(media, work.file, work.report.code));
    REQUIRE_FALSE(carrier.sync().problem);
    CHECK(work.hub.logSize() == 0);
}

TEST_CASE("Whoever carries records can neither change them nor add any")
{
    Stranded work;
    auto sealed = crypto::SealedReader::open(work.file, work.report.code);
    REQUIRE(sealed);
    auto entry = protocol::readEntry(*sealed);
    REQUIRE(entry);
    REQUIRE(entry->batch);
    hub::Sheets sheets;
    protocol::RescueBatch fewer = *entry->batch;
    fewer.lines.pop_back();
    const auto refused = hub::takeHandover(work.hub.hub().services(), fewer, sheets);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().error.code == "handover.signature");
    CHECK(hub::takeHandover(work.hub.hub().services(), *entry->batch, sheets));
}

namespace {
/// Changes a byte in the file of the first photo of the tablet.
void damageOne(SyncedTablet& tablet)
{
    for (const auto& item : store::Media(tablet.db()).unsent())
        if (item.kind == store::MediaKind::photo) {
            std::fstream file(
                tablet.tablet().mediaFolder() + "/" + store::mediaPath(item.sha256, item.kind),
                std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(100);
            file.put('!');
            return;
        }
}

std::size_t carriedFiles(SyncedTablet& carrier)
{
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(
             fs::path(carrier.tablet().mediaFolder()).parent_path() / "carried"))
        files += entry.is_regular_file() ? 1 : 0;
    return files;
}
}  // namespace

TEST_CASE("A damaged photo costs the rescue nothing but itself")
{
    Stranded work;
    damageOne(work.owner);
    const std::string file = work.stick / "again.xcr";
    const auto report = written(work.owner, file);
    CHECK(report.records == 2);
    CHECK(report.photos == 5);
    CHECK(report.skipped == 1);
    SyncedTablet carrier(work.hub, 2, county::otherInspector());
    REQUIRE(client::carryRescue(carrier.tablet().mediaFolder(), file, report.code));
    REQUIRE_FALSE(carrier.sync().problem);
    CHECK(work.hub.logSize() == 2 + 2);
}

TEST_CASE(
    "Entries that are not what they say are passed over, whoever reads the file; a kind is no path")
{
    TestHub hub;
    TemporaryFolder stick;
    const std::string path = stick / "odd.xcr";
    const std::string code = crypto::newSealCode();
    const std::string good = jpegLike(1, 3'000);
    const std::string original = jpegLike(2, 9'500'000);
    const std::string text = "no JPEG";
    {
        auto file = crypto::SealedWriter::create(path, code);
        REQUIRE(file);
        const auto put = [&](const std::string& bytes, const std::string& kind,
                             const std::string& hashed) {
            protocol::RescuePhoto photo{{crypto::sha256(hashed)}, kind, bytes};
            REQUIRE(protocol::writeEntry(*file, {.photo = std::move(photo)}));
        };
        put(good, "photo", "something else");
        put(good, "/../../escaped", good);
        put(original, "photo", original);
        put(original, "original", original);
        put(text, "photo", text);
        put(good, "photo", good);
        REQUIRE(protocol::writeEntry(*file, {}));
        REQUIRE(file->finish());
    }
    const auto taken = hub::importRescue(hub.folder(), path, code, hub.clock(), seededBytes(7));
    REQUIRE(taken);
    CHECK(taken->photos == 2);
    CHECK(taken->photosBad == 4);
    CHECK(hub.holds({crypto::sha256(good)}));
    CHECK(hub.holds({crypto::sha256(original)}));

    TestHub other(2);
    SyncedTablet carrier(other, 2, county::otherInspector());
    const auto carried = client::carryRescue(carrier.tablet().mediaFolder(), path, code);
    REQUIRE(carried);
    CHECK(carried->photos == 3);
    CHECK(carried->skipped == 3);
    const auto told = carrier.sync();
    REQUIRE(told.problem);
    CHECK(told.problem->code == "upload.not_jpeg");
    CHECK(other.holds({crypto::sha256(original)}));
    CHECK_FALSE(carrier.sync().problem);  // told once
    CHECK(carriedFiles(carrier) == 1);    // and kept
}

TEST_CASE(
    "A load that the hub refuses for good is told once, kept, and tried again when taken again")
{
    Stranded work;
    SyncedTablet carrier(work.hub, 2, county::otherInspector());
    const std::string media = carrier.tablet().mediaFolder();
    REQUIRE(client::carryRescue(media, work.file, work.report.code));
    const domain::DeviceId device = store::Identity(work.owner.db()).enrolment()->device;
    const auto setKey = [&](const std::string& key) {
        work.hub.hub().services().committer.run([&](hub::Connection& db) {
            const hub::Prepared update =
                db.prepare("UPDATE device SET public_key = ? WHERE id = ?");
            update->bind(1, key);
            update->bind(2, device.value);
            update->exec();
        });
    };
    const std::string key = store::Identity(work.owner.db()).keys()->publicKey;
    setKey(std::string(64, '0'));
    const auto told = carrier.sync();
    REQUIRE(told.problem);
    CHECK(told.problem->code == protocol::code::handover);
    CHECK_FALSE(carrier.sync().problem);
    CHECK(carriedFiles(carrier) == 1);

    setKey(key);
    REQUIRE(client::carryRescue(media, work.file, work.report.code));
    REQUIRE_FALSE(carrier.sync().problem);
    CHECK(work.hubHasAll());
    CHECK(work.hub.logSize() == 2 + 3);
    CHECK(carriedFiles(carrier) == 0);
}
