#include "core/store/open.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "core/store/outbox.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"
#include "tests/support/schema_text.h"
#include "tests/support/tablet.h"

using support::TemporaryFolder;

namespace {
std::string frozenPath(int version)
{
    return std::string(XUNCUN_SOURCE_DIR) + "/tests/core/store/schema/" + std::to_string(version) +
           ".sql";
}
}  // namespace

TEST_CASE("Each migration gives the schema that is frozen beside this test")
{
    const auto all = store::migrations();
    REQUIRE_FALSE(all.empty());
    for (std::size_t count = 1; count <= all.size(); ++count) {
        const TemporaryFolder folder;
        SQLite::Database db = sqlite::open(folder / "t.db");
        REQUIRE(sqlite::migrate(db, all.first(count), store::applicationId) ==
                all[count - 1].number);
        CHECK(all[count - 1].number == static_cast<int>(count));
        // Made once by schema/freeze.py, when the migration is released.
        INFO("frozen schema: " << frozenPath(all[count - 1].number));
        CHECK((support::schemaText(db) == support::fileText(frozenPath(all[count - 1].number))));
    }
}

TEST_CASE("A database of every older version is brought to the newest with its data")
{
    const auto all = store::migrations();
    for (std::size_t count = 1; count <= all.size(); ++count) {
        const TemporaryFolder folder;
        {
            SQLite::Database db = sqlite::open(folder / "t.db");
            REQUIRE(sqlite::migrate(db, all.first(count), store::applicationId));
            db.exec("INSERT INTO ui_state VALUES ('page', 'today')");
        }
        auto db = store::open(folder / "t.db");
        REQUIRE(db);
        CHECK((support::schemaText(*db) == support::fileText(frozenPath(all.back().number))));
        CHECK(db->execAndGet("SELECT value FROM ui_state").getString() == "today");
    }
}

TEST_CASE("A database by a newer version is refused and keeps every byte")
{
    const TemporaryFolder folder;
    const std::string path = folder / "t.db";
    {
        auto db = store::open(path);
        REQUIRE(db);
        db->exec("PRAGMA user_version = 9999");
        db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    const std::string before = support::fileText(path);
    const auto refused = store::open(path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "store.newer");
    CHECK(refused.error().message.find("9999") != std::string::npos);
    CHECK(support::fileText(path) == before);
}

TEST_CASE("Another program's database and a file that is none are refused and keep every byte")
{
    const TemporaryFolder folder;
    const std::string path = folder / "t.db";
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)");
    const std::string before = support::fileText(path);
    CHECK(store::open(path).error().code == "store.foreign");
    CHECK(support::fileText(path) == before);

    const std::string text = folder / "notes.db";
    std::ofstream(text) << std::string(5000, 'x');
    CHECK(store::open(text).error().code == "store.foreign");
    CHECK(support::fileText(text) == std::string(5000, 'x'));
    CHECK(store::open(folder / "none/t.db").error().code == "store.unavailable");
}

TEST_CASE("A damaged database is refused, named, and keeps every byte")
{
    support::Tablet tablet;
    tablet.submitted("LJ");
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string path = tablet.folder() / "damaged.db";
    std::filesystem::copy_file(tablet.databasePath(), path);
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(100);
        file << std::string(4000, '\xee');
    }
    const std::string before = support::fileText(path);
    const auto refused = store::open(path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "store.corrupt");
    CHECK(support::fileText(path) == before);
}
