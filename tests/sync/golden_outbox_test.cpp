#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "core/crypto/hash.h"
#include "core/store/identity.h"
#include "core/store/open.h"
#include "core/store/outbox.h"
#include "sync/client/session.h"
#include "sync/hub/store/devices.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"
#include "tests/support/synced_tablet.h"

// What a tablet had not sent when its program was brought up to date: golden/tablet-N.sql holds the
// rows as the program of schema N left them. XUNCUN_GOLDEN=FILE makes such a file from the program
// as it is now, once, when a schema is released.
using namespace support;

namespace {
std::string goldenPath(int version)
{
    return std::string(XUNCUN_SOURCE_DIR) + "/tests/sync/golden/tablet-" + std::to_string(version) +
           ".sql";
}

/// Each row of the table as an INSERT that names its columns, so that later schemas take it, too.
std::string dumpOf(SQLite::Database& db, const std::string& table)
{
    std::string names;
    std::string values;
    SQLite::Statement columns(db, "SELECT name FROM pragma_table_info(?)");
    columns.bind(1, table);
    while (columns.executeStep()) {
        const std::string name = columns.getColumn(0).getString();
        names += (names.empty() ? "" : ", ") + name;
        values += (values.empty() ? "" : " || ', ' || ") + ("quote(" + name + ")");
    }
    SQLite::Statement rows(db, "SELECT " + values + " FROM " + table);
    std::string text;
    while (rows.executeStep())
        text += "INSERT INTO " + table + " (" + names + ") VALUES (" +
                rows.getColumn(0).getString() + ");\n";
    return text;
}

void makeGolden(const char* path)
{
    Tablet tablet(77);
    tablet.submitted("LJ", county::village1);
    tablet.submitted("MV", county::village2);
    tablet.submitted("WS", county::village1);
    std::ofstream file(path);
    for (const char* table :
         {"identity", "record", "outbox", "revision", "inspection", "revision_photo"})
        file << dumpOf(tablet.db(), table);
}
}  // namespace

TEST_CASE(
    "Work that an older version had not sent goes to the hub after the tablet was brought up to "
    "date")
{
    if (const char* path = std::getenv("XUNCUN_GOLDEN")) return makeGolden(path);
    const auto all = store::migrations();
    const int version = GENERATE(6, 7);
    CAPTURE(version);
    const TemporaryFolder folder;
    const std::string path = folder / "tablet.db";
    {
        SQLite::Database db = sqlite::open(path);
        REQUIRE(sqlite::migrate(db, all.first(static_cast<std::size_t>(version)),
                                store::applicationId));
        db.exec("DELETE FROM identity");
        db.exec(fileText(goldenPath(version)));
    }
    auto db = store::open(path);
    REQUIRE(db);
    const auto enrolment = store::Identity(*db).enrolment();
    const auto keys = store::Identity(*db).keys();
    REQUIRE(enrolment);
    const store::Outbox outbox(*db);
    REQUIRE(outbox.unsettledCount() == 3);

    TestHub hub;
    hub.hub().services().committer.run([&](hub::Connection& connection) {
        hub::addDevice(connection,
                       {enrolment->device, enrolment->user.id, enrolment->deviceName,
                        keys->incarnation, keys->publicKey, 1, 0},
                       crypto::tokenHash(enrolment->token));
    });
    Loopback network([&hub]() -> hub::Handler& { return hub.handler(); });
    client::SessionOptions options;
    options.mediaFolder = folder / "media";
    const auto result = client::runSession(*db, network, hub.clock(), seededBytes(3), options);
    INFO((result.problem ? result.problem->code + " " + result.problem->where : ""));
    CHECK_FALSE(result.problem);
    CHECK(outbox.unsettledCount() == 0);
    CHECK(outbox.refusedCount() == 0);
    CHECK(hub.logSize() == 3);
}
