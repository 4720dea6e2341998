#include "tests/e2e/day_check.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "core/crypto/hash.h"
#include "core/domain/record.h"
#include "core/sqlite/database.h"
#include "core/store/media.h"
#include "tests/e2e/child.h"
#include "tests/paths.h"

namespace e2e {

Log hubLog(const DemoHub& hub)
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

std::string photoFolder()
{
    const std::string folder = std::string(XUNCUN_SHARED_DATA) + "/photos";
    if (std::filesystem::is_directory(folder)) return folder;
    std::cout << "no " << folder << ": made-up photos instead\n";
    return {};
}

void checkFiles(const DemoHub& hub, const std::set<std::string>& hashes, const std::string& logPath)
{
    for (const std::string& hash : hashes) {
        const auto file = crypto::sha256OfFile(hub.data() + "/media/whole/" + hash);
        REQUIRE(file);
        CHECK(file->sha256 == hash);
    }
    CHECK(run({XUNCUN_HUB, "check", "--data", hub.data()}, logPath) == 0);
}

}  // namespace e2e
