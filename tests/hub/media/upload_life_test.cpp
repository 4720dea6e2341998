#include <catch2/catch.hpp>
#include <fstream>

#include "core/crypto/hash.h"
#include "sync/hub/media/allowance.h"
#include "sync/hub/store/connection.h"
#include "sync/protocol/codec.h"
#include "tests/hub/media/uploads.h"

using hubtest::photoBytes;
using hubtest::Uploads;

namespace {

std::size_t partialFiles(const Uploads& hub)
{
    const std::filesystem::directory_iterator files(hub.county.folder.path / "media" / "partial");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace

TEST_CASE("A client that comes back takes over from its own hanging request")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    hub::Intake hanging = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::BodySink& old = *std::get<hub::StreamedBody>(hanging).sink;
    const auto piece = std::as_bytes(std::span(photo)).first(50'000);
    REQUIRE_FALSE(old.chunk(piece));

    CHECK(hub.offset(url) == "50000");
    CHECK(hub.patch(url, 50'000, photo.substr(50'000)).status == 204);
    const auto late = old.chunk(piece);
    REQUIRE(late);
    CHECK(late->status == 409);
    old.cut();
    CHECK(hub.has(photo));
    CHECK(crypto::sha256OfFile(hub.fileOf(photo).string())->sha256 == crypto::sha256(photo));
}

TEST_CASE("Of two requests at one offset exactly one wins")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    hub::Intake first = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::Intake second = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::BodySink& old = *std::get<hub::StreamedBody>(first).sink;
    hub::BodySink& young = *std::get<hub::StreamedBody>(second).sink;
    const auto bytes = std::as_bytes(std::span(photo));
    CHECK(old.chunk(bytes)->status == 409);
    CHECK_FALSE(young.chunk(bytes));
    CHECK(old.finish().status == 409);
    CHECK(young.finish().status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("After a restart an upload goes on from what was saved")
{
    Uploads hub;
    const std::string photo = photoBytes(3'000'000);
    const std::string url = hub.create(photo);
    SECTION("a cut saves all that came")
    {
        hub.cutPatch(url, 0, photo.substr(0, 700'001));
        hub.restart();
        CHECK(hub.offset(url) == "700001");
        CHECK(hub.head(url).headers.at("upload-length") == "3000000");
        CHECK(hub.patch(url, 700'001, photo.substr(700'001)).status == 204);
    }
    SECTION("without a cut, what came before the last megabyte or two seconds")
    {
        hub::Intake running = hub.county.hub().intake(hub.patchOf(url, 0, {}));
        hub::BodySink& sink = *std::get<hub::StreamedBody>(running).sink;
        std::string sent = photo.substr(0, 2'500'000);
        for (auto rest = std::as_bytes(std::span(sent)); !rest.empty(); rest = rest.subspan(50'000))
            REQUIRE_FALSE(sink.chunk(rest.first(50'000)));
        // What a crash leaves: the files as they are, and the row as last committed.
        hubtest::TempFolder copy;
        std::filesystem::copy(hub.county.folder.path, copy.path,
                              std::filesystem::copy_options::recursive);
        sink.cut();
        hub.store.reset();
        std::filesystem::remove_all(hub.county.folder.path);
        std::filesystem::rename(copy.path, hub.county.folder.path);
        std::filesystem::create_directory(copy.path);
        hub.restart();
        const auto offset = std::stoll(hub.offset(url));
        CHECK(offset == 2'100'000);
        CHECK(hub.patch(url, offset, photo.substr(static_cast<std::size_t>(offset))).status == 204);
    }
    CHECK(hub.has(photo));
    CHECK(crypto::sha256OfFile(hub.fileOf(photo).string())->sha256 == crypto::sha256(photo));
}

TEST_CASE("A file shorter than its row says counts as long as it is")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    hub.cutPatch(url, 0, photo.substr(0, 200'000));
    const std::string id = url.substr(url.rfind('/') + 1);
    hub.store.reset();
    std::filesystem::resize_file(hub.county.folder.path / "media" / "partial" / id, 150'000);
    hub.restart();
    CHECK(hub.offset(url) == "150000");
    CHECK(hub.patch(url, 150'000, photo.substr(150'000)).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("An upload that nobody goes on with expires and leaves nothing")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    hub.cutPatch(url, 0, photo.substr(0, 500));
    hub.county.clock.nowMs += 23LL * 3600 * 1000;
    CHECK(hub.patch(url, 500, photo.substr(500, 1)).status == 204);
    hub.county.clock.nowMs += 23LL * 3600 * 1000;
    CHECK(hub.offset(url) == "501");
    hub.county.clock.nowMs += 2LL * 3600 * 1000;
    CHECK(hub.offset(url) == "status 404");
    CHECK(partialFiles(hub) == 0);
    CHECK(hub.create(photo) == url);
    CHECK(hub.offset(url) == "0");
}

TEST_CASE("Sweeping removes what expired and forgets what is saved, and no more")
{
    Uploads hub;
    const std::string old = photoBytes(1000, 1);
    hub.cutPatch(hub.create(old), 0, old.substr(0, 500));
    hub.county.clock.nowMs += 25LL * 3600 * 1000;
    const std::string saved = photoBytes(1000, 2);
    const std::string savedUrl = hub.create(saved);
    hub.cutPatch(savedUrl, 0, saved.substr(0, 500));
    const std::string running = photoBytes(1000, 3);
    const std::string runningUrl = hub.create(running);
    hub.patch(runningUrl, 0, running.substr(0, 500));
    hub.store->sweep();
    CHECK(hub.store->open() == 1);
    CHECK(partialFiles(hub) == 2);
    CHECK(hub.offset(savedUrl) == "500");
    CHECK(hub.offset(runningUrl) == "500");
}

TEST_CASE("Partial files that no row knows are removed at the start")
{
    Uploads hub;
    std::ofstream(hub.county.folder.path / "media" / "partial" / std::string(32, 'a'))
        << "left over";
    hub.restart();
    CHECK(partialFiles(hub) == 0);
}

TEST_CASE("A file left in place by a crash before its row is replaced by the next try")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    std::filesystem::create_directory(hub.fileOf(photo).parent_path());
    std::ofstream(hub.fileOf(photo)) << "half a";
    CHECK_FALSE(hub.has(photo));
    CHECK(hub.patch(hub.create(photo), 0, photo).status == 204);
    CHECK(crypto::sha256OfFile(hub.fileOf(photo).string())->sha256 == crypto::sha256(photo));
}

TEST_CASE("A failure at the very end leaves no upload that seems whole")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    const std::filesystem::path inTheWay = hub.fileOf(photo);
    std::filesystem::create_directory(inTheWay);
    CHECK(hub.patch(url, 0, photo).status == 503);
    CHECK(hub.offset(url) == "status 404");
    CHECK_FALSE(hub.has(photo));
    std::filesystem::remove(inTheWay);
    CHECK(hub.create(photo) == url);
    CHECK(hub.patch(url, 0, photo).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("A photo that an inspection names is announced in the feed when it is there")
{
    Uploads hub;
    auto inspection = hub.county.inspection(hub.tablet, hubtest::village11);
    const std::string bytes = photoBytes(2000);
    auto entry = hub.county.photo(bytes);
    entry.sha256.value = crypto::sha256(bytes);
    entry.bytes = static_cast<std::int64_t>(bytes.size());
    inspection.photos.push_back(entry);
    REQUIRE(hub.county.pushOne(hub.tablet, hub.county.submitted(hub.tablet, inspection)).outcome ==
            protocol::Outcome::applied);
    CHECK(hub.county.feed(hub.tablet).records.size() == 1);
    CHECK(hub.patch(hub.create(bytes), 0, bytes).status == 204);
    const auto page = hub.county.feed(hub.tablet);
    REQUIRE(page.records.size() == 2);
    CHECK(page.records[1].record.kind == "photo.received");
    CHECK(page.records[1].record.body.find(entry.sha256.value) != std::string::npos);
}

TEST_CASE("Who asks before the last byte is checked and durable is told that it is, or less")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const auto bytes = std::as_bytes(std::span(photo));
    const std::string url = hub.create(photo);
    hub::Intake running = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::BodySink& sink = *std::get<hub::StreamedBody>(running).sink;
    REQUIRE_FALSE(sink.chunk(bytes));  // all of it, and not finished
    SECTION("HEAD completes it")
    {
        CHECK(hub.offset(url) == "300000");
        CHECK(hub.has(photo));
    }
    SECTION("so does creating it again")
    {
        const hub::Response again = hub.ask(hub.creation(photo));
        CHECK(again.headers.at("upload-offset") == "300000");
        CHECK(hub.has(photo));
    }
    SECTION("what is missing still misses a byte")
    {
        const domain::Sha256 sha256{crypto::sha256(photo)};
        CHECK(hub.store->missing(hub.tablet.device, {sha256}).at(sha256) == 299'999);
        CHECK(sink.finish().status == 204);
        CHECK(hub.store->missing(hub.tablet.device, {sha256}).empty());
    }
}

TEST_CASE("HEAD never calls whole what is not its hash, however early it asks")
{
    Uploads hub;
    std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    photo[1000] ^= 1;
    hub::Intake running = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    REQUIRE_FALSE(
        std::get<hub::StreamedBody>(running).sink->chunk(std::as_bytes(std::span(photo))));
    CHECK(hub.offset(url) == "status 404");
    CHECK(partialFiles(hub) == 0);
}

TEST_CASE("An upload taken from its hanging request is saved, closed and soon forgotten")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    hub::Intake hanging = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::BodySink& old = *std::get<hub::StreamedBody>(hanging).sink;
    REQUIRE_FALSE(old.chunk(std::as_bytes(std::span(photo)).first(50'000)));
    CHECK(hub.offset(url) == "50000");
    old.cut();
    hanging = hub::WholeBody{};
    hub.store->sweep();
    CHECK(hub.store->open() == 0);
    CHECK(hub.offset(url) == "50000");
}

TEST_CASE("A photo whose row is gone is wanted again, though its upload is remembered as whole")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    REQUIRE(hub.patch(url, 0, photo).status == 204);
    hub.county.hub().services().committer.run(
        [](hub::Connection& db) { db.prepare("DELETE FROM blob")->exec(); });
    SECTION("asked by HEAD")
    {
        CHECK(hub.offset(url) == "status 404");
    }
    CHECK(hub.create(photo) == url);
    CHECK(hub.offset(url) == "0");
    CHECK(hub.patch(url, 0, photo).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("One tablet's open uploads have an end, those of others and whole ones do not count")
{
    Uploads hub;
    const auto photoOf = [](int seed) { return photoBytes(10, static_cast<std::uint64_t>(seed)); };
    for (int i = 0; i < 5; ++i) hub.patch(hub.create(photoOf(1000 + i)), 0, photoOf(1000 + i));
    for (int i = 0; i < hub::media::Allowance::openOfDevice; ++i) hub.create(photoOf(i));
    const hub::Response refused = hub.ask(hub.creation(photoOf(999)));
    CHECK(refused.status == 429);
    CHECK(hubtest::problemOf(refused).error.code == "upload.too_many");
    CHECK(std::stoi(refused.headers.at(protocol::header::retryAfter)) > 0);

    const hubtest::Tablet mine = hub.tablet;
    hub.tablet = hub.county.tabletOf("li");
    CHECK(hub.ask(hub.creation(photoOf(999))).status == 201);
    hub.tablet = mine;
    CHECK(hub.patch(hub.create(photoOf(7)), 0, photoOf(7)).status == 204);
    CHECK(hub.ask(hub.creation(photoOf(999))).status == 201);
}

TEST_CASE("Saved uploads count for their tablet, too, until they expire")
{
    Uploads hub;
    const auto photoOf = [](int seed) { return photoBytes(10, static_cast<std::uint64_t>(seed)); };
    for (int i = 0; i < hub::media::Allowance::openOfDevice; ++i)
        hub.cutPatch(hub.create(photoOf(i)), 0, photoOf(i).substr(0, 5));
    hub.restart();
    CHECK(hub.ask(hub.creation(photoOf(999))).status == 429);
    hub.county.clock.nowMs += 25LL * 3600 * 1000;
    CHECK(hub.ask(hub.creation(photoOf(999))).status == 201);
}

TEST_CASE("What no record names is taken up to an amount a day, what one names without end")
{
    Uploads hub;
    const std::int64_t most = hub::media::Allowance::unnamedBytesADay;
    hub::media::Allowance allowance;
    const std::int64_t nowMs = hub.county.clock.nowMs;
    CHECK_FALSE(allowance.waitMs(hub.tablet.device, most - 10, nowMs));
    CHECK(allowance.waitMs(hub.tablet.device, 11, nowMs + 1000) == 24LL * 3600 * 1000 - 1000);
    CHECK_FALSE(allowance.waitMs(hub.tablet.device, 10, nowMs));
    CHECK_FALSE(allowance.waitMs({"another"}, most, nowMs));
    CHECK_FALSE(allowance.waitMs(hub.tablet.device, most, nowMs + 24LL * 3600 * 1000));
}
