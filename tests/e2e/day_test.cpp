#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "core/crypto/hash.h"
#include "core/domain/record.h"
#include "core/sqlite/database.h"
#include "core/store/media.h"
#include "tests/e2e/hub_process.h"
#include "tests/support/temporary_folder.h"

using namespace e2e;

namespace {
constexpr int checks = 40;
constexpr int photosEach = 6;
constexpr int files = checks * photosEach * 2;  // each photo with its thumbnail

/// Record id -> SHA-256 of what it says.
using Log = std::map<std::string, std::string>;

Log hubLog(const HubProcess& hub)
{
    SQLite::Database db = sqlite::open(hub.data() + "/hub.db", sqlite::Mode::readOnly);
    SQLite::Statement query(db,
                            "SELECT e.record, b.bytes FROM ev e JOIN ev_body b ON b.seq = e.seq");
    Log log;
    while (query.executeStep()) {
        const auto record = domain::recordFromJson(query.getColumn(1).getString());
        REQUIRE(record);
        CHECK(log.emplace(query.getColumn(0).getString(), record->body).second);
    }
    return log;
}

Log tabletLog(const std::string& folder)
{
    SQLite::Database db = sqlite::open(folder + "/tablet.db", sqlite::Mode::readOnly);
    SQLite::Statement query(
        db, "SELECT id, body FROM record WHERE hub_seq IS NOT NULL AND refused = 0");
    Log log;
    while (query.executeStep())
        log[query.getColumn(0).getString()] = query.getColumn(1).getString();
    CHECK(db.execAndGet("SELECT count(*) FROM record WHERE hub_seq IS NULL OR refused = 1")
              .getInt() == 0);
    CHECK(db.execAndGet("SELECT count(*) FROM outbox WHERE state NOT IN ('applied', 'duplicate')")
              .getInt() == 0);
    return log;
}

std::set<std::string> filesOwed(const std::string& folder)
{
    SQLite::Database db = sqlite::open(folder + "/tablet.db", sqlite::Mode::readOnly);
    CHECK(db.execAndGet("SELECT count(*) FROM media WHERE origin = 'own' AND kind <> 'original' "
                        "AND state <> 'received'")
              .getInt() == 0);
    SQLite::Statement query(db,
                            "SELECT sha256 FROM media WHERE origin = 'own' AND kind <> 'original'");
    std::set<std::string> hashes;
    while (query.executeStep()) hashes.insert(query.getColumn(0).getString());
    return hashes;
}

void waitForFiles(const HubProcess& hub, Child& tablet, int wanted)
{
    for (int tries = 0; tries < 3000 && hub.storedFiles() < wanted && !tablet.ended(); ++tries)
        sleepMs(20);
    REQUIRE(hub.storedFiles() >= wanted);
}

std::string photoFolder()
{
    const std::string folder = std::string(XUNCUN_SHARED_DATA) + "/photos";
    if (std::filesystem::is_directory(folder)) return folder;
    std::cout << "no " << folder << ": made-up photos instead\n";
    return {};
}
}  // namespace

TEST_CASE(
    "A day's work arrives whole, each thing once, though the hub is killed twice and a tablet once")
{
    const support::TemporaryFolder folder;
    HubProcess hub(folder.path());
    const std::string log = folder / "tablets.log";
    const std::vector<std::string> inspecting{XUNCUN_E2E_TABLET,
                                              "inspect",
                                              folder / "a",
                                              hub.url(),
                                              hub.codeOf("inspector"),
                                              std::to_string(checks),
                                              std::to_string(photosEach),
                                              photoFolder()};
    Child inspector(inspecting, log);
    Child supervisor({XUNCUN_E2E_TABLET, "review", folder / "b", hub.url(),
                      hub.codeOf("supervisor"), std::to_string(checks)},
                     log);

    waitForFiles(hub, inspector, files / 5);
    hub.kill();
    hub.start();
    waitForFiles(hub, inspector, files * 2 / 5);
    inspector.kill();
    Child again(inspecting, log);
    waitForFiles(hub, again, files * 3 / 5);
    hub.kill();
    sleepMs(300);
    hub.start();

    INFO(textOf(log));
    REQUIRE(again.wait(200) == 0);
    REQUIRE(supervisor.wait(60) == 0);
    REQUIRE(run(inspecting, log) == 0);  // reads the last reviews

    const Log onHub = hubLog(hub);
    CHECK(onHub.size() ==
          std::size_t{checks * (1 + 1 + photosEach)});  // inspection, review, receipts
    CHECK(tabletLog(folder / "a") == onHub);
    CHECK(tabletLog(folder / "b") == onHub);
    const std::set<std::string> hashes = filesOwed(folder / "a");
    CHECK(hashes.size() == std::size_t{files});
    CHECK(hub.storedFiles() == files);
    for (const std::string& hash : hashes)
        CHECK(
            crypto::sha256OfFile(hub.data() + "/media/" + hash.substr(0, 2) + "/" + hash)->sha256 ==
            hash);
    CHECK(run({XUNCUN_HUB, "check", "--data", hub.data()}, log) == 0);
}
