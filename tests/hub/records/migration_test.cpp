#include <catch2/catch.hpp>

#include "sync/hub/store/connection.h"
#include "sync/hub/store/meta.h"
#include "tests/hub/records/county.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"
#include "tests/support/schema_text.h"

namespace {
/// As tests/core/store/schema/freeze.py wrote it once, when the migration was released.
std::string frozen(int version)
{
    return support::fileText(std::string(XUNCUN_SOURCE_DIR) + "/tests/hub/records/schema/" +
                             std::to_string(version) + ".sql");
}

// In words that every version knows.
void fill(SQLite::Database& db)
{
    db.exec(R"(
        INSERT INTO hub (id, county, epoch) VALUES (1, '示例县', hex(zeroblob(16)));
        INSERT INTO user VALUES ('zhang', '张三', 'inspector', 1, '{}');
        INSERT INTO device (id, user, name, incarnation, public_key, token_hash, enrolled_ms, revoked_ms)
            VALUES ('d', 'zhang', '平板', 'i', 'k', 't', 5, 0);
        INSERT INTO ev VALUES (1, 'r1', 'review', 'v', 't', 'zhang', 'd', 'i', 1, 5, hex(zeroblob(32)));
        INSERT INTO ev_body VALUES (1, '{"a":1}');
        INSERT INTO set_aside (record, outcome, code, message, place, other, author, device, incarnation,
                               device_seq, received_ms, bytes)
            VALUES ('r2', 'conflict', 'c', 'm', 'p', 'r1', 'zhang', 'd', 'i', 2, 5, '{}');
        INSERT INTO review (record, inspection, revision, decision, reviewer, seq)
            VALUES ('r1', 'x', 1, 'approve', 'wang', 1);)");
}
}  // namespace

TEST_CASE("Each migration of the hub gives the schema that is frozen beside this test")
{
    const auto all = hub::hubMigrations();
    for (std::size_t count = 1; count <= all.size(); ++count) {
        const hubtest::TempFolder folder;
        SQLite::Database db = sqlite::open((folder.path / "hub.db").string());
        REQUIRE(sqlite::migrate(db, all.first(count), hub::hubApplicationId) ==
                static_cast<int>(count));
        INFO("migration " << count);
        CHECK((support::schemaText(db) == frozen(static_cast<int>(count))));
    }
}

TEST_CASE("A hub of every older version is brought to the newest with its log and people")
{
    const auto all = hub::hubMigrations();
    for (std::size_t count = 1; count <= all.size(); ++count) {
        const hubtest::TempFolder folder;
        const auto file = folder.path / "hub.db";
        {
            SQLite::Database db = sqlite::open(file.string());
            REQUIRE(sqlite::migrate(db, all.first(count), hub::hubApplicationId));
            fill(db);
        }
        INFO("from version " << count);
        hub::Connection connection(file, sqlite::Mode::readWrite);
        REQUIRE(hub::migrateHub(connection) == static_cast<int>(all.size()));
        SQLite::Database& db = connection.db();
        CHECK((support::schemaText(db) == frozen(static_cast<int>(all.size()))));
        const hub::Meta meta = hub::readMeta(connection);
        CHECK(meta.county == "示例县");
        CHECK(meta.lastSeq == 1);
        CHECK(db.execAndGet("SELECT bytes FROM ev_body WHERE seq = 1").getString() == R"({"a":1})");
        CHECK(db.execAndGet("SELECT other FROM set_aside").getString() == "r1");
        CHECK(db.execAndGet("SELECT decision FROM review").getString() == "approve");
        CHECK(db.execAndGet("SELECT user FROM device WHERE token_hash = 't'").getString() ==
              "zhang");
    }
}
