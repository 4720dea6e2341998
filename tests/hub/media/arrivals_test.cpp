#include <catch2/catch.hpp>
#include <fstream>

#include "core/crypto/hash.h"
#include "sync/hub/admin/backup.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/connection.h"
#include "tests/hub/media/uploads.h"
#include "tests/support/temporary_folder.h"

using hubtest::photoBytes;
using hubtest::Uploads;

namespace {

bool hasRow(Uploads& hub, const std::string& photo)
{
    return hub::blobBytes(*hub.county.hub().services().readers.take(), {crypto::sha256(photo)})
        .has_value();
}

bool isWanted(Uploads& hub, const std::string& photo)
{
    return !hub.store->missing(hub.tablet.device, {{crypto::sha256(photo)}}).empty();
}

std::filesystem::path mark(const Uploads& hub)
{
    return hub.county.folder.path / "media" / "unentered";
}

/// Nothing is committed for these photos until somebody writes.
void holdBackRows(Uploads& hub)
{
    hub.county.hub().services().committer.setPatience(std::chrono::hours(1));
}

}  // namespace

TEST_CASE("A photo acknowledged before its row is committed is known as whole at once")
{
    Uploads hub;
    holdBackRows(hub);
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    REQUIRE(hub.patch(url, 0, photo).status == 204);
    CHECK_FALSE(hasRow(hub, photo));
    CHECK_FALSE(isWanted(hub, photo));
    CHECK(hub.store->whole({crypto::sha256(photo)})->length == photo.size());
    CHECK(hub.offset(url) == std::to_string(photo.size()));
    hub.county.hub().services().committer.settle();
    CHECK(hasRow(hub, photo));
    CHECK_FALSE(isWanted(hub, photo));
}

TEST_CASE("A photo acknowledged before a crash is there after it, though its row was not committed")
{
    Uploads hub;
    holdBackRows(hub);
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    const bool saved = GENERATE(false, true);
    if (saved) hub.cutPatch(url, 0, photo.substr(0, 50'000));
    REQUIRE(hub.patch(url, saved ? 50'000 : 0, photo.substr(saved ? 50'000 : 0)).status == 204);
    REQUIRE_FALSE(hasRow(hub, photo));
    hub.crash();
    CHECK_FALSE(isWanted(hub, photo));
    // A client that did not hear the answer is told so where the upload was saved once, and else
    // begins anew and is told then.
    CHECK(hub.offset(url) == (saved ? std::to_string(photo.size()) : "status 404"));
    CHECK(hub.create(photo) == url);
    CHECK(hub.offset(url) == std::to_string(photo.size()));
    CHECK(hub.has(photo));
    CHECK(std::filesystem::is_empty(hub.county.folder.path / "media" / "partial"));
    hub.restart();
    CHECK(hasRow(hub, photo));
    CHECK(hub.county.hub()
              .services()
              .readers.take()
              ->db()
              .execAndGet("SELECT count(*) FROM upload")
              .getInt() == 0);
}

TEST_CASE("A file without a row whose bytes are not what its name says is no photo")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    REQUIRE(hub.patch(hub.create(photo), 0, photo).status == 204);
    hub.county.hub().services().committer.settle();
    const std::string torn = photoBytes(2000, 2);
    std::ofstream(hub.fileOf(torn)) << torn.substr(0, 1500);
    std::ofstream(hub.county.folder.path / "media" / "whole" / "lost+found") << "x";
    hub.crash();
    CHECK(isWanted(hub, torn));
    CHECK(hub.has(photo));
    // What is sent takes its place.
    REQUIRE(hub.patch(hub.create(torn), 0, torn).status == 204);
    CHECK(crypto::sha256OfFile(hub.fileOf(torn).string())->sha256 == crypto::sha256(torn));
}

TEST_CASE("After an orderly stop nothing has to be looked through")
{
    Uploads hub;
    CHECK_FALSE(exists(mark(hub)));
    const std::string photo = photoBytes(1000);
    holdBackRows(hub);
    REQUIRE(hub.patch(hub.create(photo), 0, photo).status == 204);
    CHECK(exists(mark(hub)));
    hub.restart();
    CHECK_FALSE(exists(mark(hub)));
    CHECK(hasRow(hub, photo));
}

TEST_CASE("After a restore the photos that came since the backup are entered, not sent again")
{
    Uploads hub;
    const support::TemporaryFolder backup;
    const std::filesystem::path folder = hub.county.folder.path;
    REQUIRE(hub::backUp(folder, backup.path()));
    const std::string photo = photoBytes(1000);
    REQUIRE(hub.patch(hub.create(photo), 0, photo).status == 204);
    hub.store.reset();
    hub.county.close();
    REQUIRE(hub::restore(folder, backup.path(), hub.county.random, hub.county.clock.wallMs()));
    hub.restart();
    CHECK_FALSE(isWanted(hub, photo));
    CHECK(hub.has(photo));
}

TEST_CASE("A photo whose row could not be committed gets it as soon as that works")
{
    Uploads hub;
    holdBackRows(hub);
    const std::string photo = photoBytes(1000);
    hub::Committer& committer = hub.county.hub().services().committer;
    committer.run([](hub::Connection& db) {
        db.db().exec(
            "CREATE TRIGGER fails BEFORE INSERT ON blob BEGIN SELECT RAISE(ABORT, ''); END");
    });
    REQUIRE(hub.patch(hub.create(photo), 0, photo).status == 204);
    committer.settle();
    CHECK_FALSE(hasRow(hub, photo));
    CHECK_FALSE(isWanted(hub, photo));
    SECTION("in the same process")
    {
        committer.run([](hub::Connection& db) { db.db().exec("DROP TRIGGER fails"); });
        committer.settle();
        CHECK(hasRow(hub, photo));
    }
    SECTION("in one of the next, whatever stops between")
    {
        hub.restart();
        CHECK_FALSE(isWanted(hub, photo));
        hub.county.hub().services().committer.run(
            [](hub::Connection& db) { db.db().exec("DROP TRIGGER fails"); });
        hub.restart();
        CHECK(hasRow(hub, photo));
        CHECK_FALSE(exists(mark(hub)));
    }
}

TEST_CASE("A file that cannot be read keeps nobody from starting, and is looked at again")
{
    Uploads hub;
    holdBackRows(hub);
    const std::string first = photoBytes(1000, 1);
    const std::string second = photoBytes(1000, 2);
    for (const std::string& photo : {first, second})
        REQUIRE(hub.patch(hub.create(photo), 0, photo).status == 204);
    const std::string unreadable = std::min(crypto::sha256(first), crypto::sha256(second));
    const std::filesystem::path whole = hub.county.folder.path / "media" / "whole";
    std::filesystem::rename(whole / unreadable, whole / "aside");
    std::filesystem::create_directory(whole / unreadable);
    hub.crash();
    CHECK(isWanted(hub, first) != isWanted(hub, second));
    hub.restart();
    std::filesystem::remove(whole / unreadable);
    std::filesystem::rename(whole / "aside", whole / unreadable);
    hub.restart();
    CHECK_FALSE(isWanted(hub, first));
    CHECK_FALSE(isWanted(hub, second));
}
