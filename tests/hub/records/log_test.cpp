#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "sync/hub/admin/backup.h"
#include "sync/hub/admin/check.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/projections.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
/// Some of everything: revisions, every decision, photos before and after, set-aside records.
void fillLog(County& county)
{
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    for (const auto decision : {domain::Decision::approve, domain::Decision::sendBack,
                                domain::Decision::voidIt, domain::Decision::adjust}) {
        domain::Inspection made = county.inspection(zhang, village11);
        made.photos = {county.photo("shared"), county.photo(made.id.value)};
        county.pushOne(zhang, county.submitted(zhang, made));
        for (const domain::PhotoEntry& photo : made.photos) county.storeBlob(photo);
        const domain::Record review = county.reviewed(wang, made, decision);
        county.pushOne(wang, review);
        if (decision != domain::Decision::sendBack) continue;
        made.revision = 2;
        made.photos.push_back(county.photo("new in two"));
        made.answersReview = review.id;
        county.pushOne(zhang, county.submitted(zhang, made));
    }
    county.pushOne(zhang, county.record(zhang, "from.the.future", "{}"));
}
}  // namespace

TEST_CASE("Folding the log again gives the same rows")
{
    County county;
    fillLog(county);
    county.hub().services().committer.run([](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        CHECK(hub::rebuild(db) > 10);
        CHECK(hub::projectionsHash(db) == before);
        db.db().exec("UPDATE inspection SET state = 'approved'");
        CHECK(hub::projectionsHash(db) != before);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
    });
}

TEST_CASE("The log and the audit log cannot be changed or shortened")
{
    County county;
    fillLog(county);
    for (const char* sql :
         {"DELETE FROM ev", "UPDATE ev SET owner = 'li'", "DELETE FROM ev_body",
          "UPDATE ev_body SET bytes = '{}'", "DELETE FROM audit", "UPDATE audit SET who = ''"})
        CHECK_THROWS_AS(
            county.hub().services().committer.run([&](hub::Connection& db) { db.db().exec(sql); }),
            SQLite::Exception);
}

TEST_CASE("A check finds nothing wrong with a good hub, and what was changed behind its back")
{
    County county;
    fillLog(county);
    hub::Connection db(hub::databaseFile(county.folder.path), sqlite::Mode::readWrite);
    db.db().exec("DELETE FROM blob");  // the fixture stores rows without files
    CHECK(hub::checkEverything(db, county.folder.path / "media").errors.empty());

    std::string expected;
    SECTION("a byte of a record")
    {
        db.db().exec("DROP TRIGGER ev_body_fixed");
        db.db().exec("UPDATE ev_body SET bytes = replace(bytes, 'zhang', 'zhong') WHERE seq = 1");
        expected = "check.record_hash";
    }
    SECTION("a record taken out")
    {
        db.db().exec("DROP TRIGGER ev_kept");
        db.db().exec("DROP TRIGGER ev_body_kept");
        db.db().exec("DELETE FROM ev_body WHERE seq = 2");
        db.db().exec("DELETE FROM ev WHERE seq = 2");
        expected = "check.seq";
    }
    SECTION("a projection")
    {
        db.db().exec("UPDATE inspection SET inspector = 'li'");
        expected = "check.projections";
    }
    SECTION("a photo that is not there")
    {
        db.db().exec("INSERT INTO blob VALUES ('" + std::string(64, 'a') + "', 1, 1)");
        expected = "check.photo_missing";
    }
    const hub::CheckReport report = hub::checkEverything(db, county.folder.path / "media");
    REQUIRE_FALSE(report.errors.empty());
    CHECK(report.errors[0].code == expected);
}

TEST_CASE("A hub put back from a backup begins a new epoch and takes again what tablets offer")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record kept = county.submitted(zhang, county.inspection(zhang, village11));
    county.pushOne(zhang, kept);
    const TempFolder copy;
    const auto report = hub::backUp(county.folder.path, copy.path);
    REQUIRE(report);
    CHECK(report->lastSeq == 1);
    const domain::Record lost = county.submitted(zhang, county.inspection(zhang, village12));
    county.pushOne(zhang, lost);
    const std::string oldEpoch = county.feed(zhang).head.epoch;

    SECTION("put back by hand without a word, the hub refuses to start")
    {
        county.close();
        for (const char* file : {"hub.db", "hub.db-wal", "hub.db-shm"})
            std::filesystem::remove(county.folder.path / file);
        std::filesystem::copy_file(copy.path / "hub.db", county.folder.path / "hub.db");
        const auto refused = hub::Hub::open(county.folder.path, county.clock, county.random);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "hub.behind");
        REQUIRE(hub::declareRestored(county.folder.path, county.random, county.clock.nowMs));
        county.reopen();
    }
    SECTION("by the command")
    {
        county.close();
        const auto epoch =
            hub::restore(county.folder.path, copy.path, county.random, county.clock.nowMs);
        REQUIRE(epoch);
        county.reopen();
        CHECK(county.feed(zhang).head.epoch == *epoch);
    }
    CHECK(county.feed(zhang).head.epoch != oldEpoch);
    const hub::Response told =
        county.get(zhang, protocol::path::feed, {{"epoch", oldEpoch}, {"after", "2"}});
    CHECK(problemOf(told).error.code == protocol::code::feedEpoch);
    CHECK(problemOf(told).lastSeq == 1);

    CHECK(textOf(county.pushOne(zhang, kept).outcome) == "duplicate");
    CHECK(textOf(county.pushOne(zhang, lost).outcome) == "applied");
    CHECK(county.feed(zhang).records.size() == 2);
}

TEST_CASE("A hub that is opened while another commits does not take that for a backup put back")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const std::string epoch = county.feed(zhang).head.epoch;
    // Whoever reads the mark waits until it is written, and what is committed meanwhile lies
    // between.
    const std::filesystem::path mark = county.folder.path / "highwater";
    std::filesystem::remove(mark);
    REQUIRE(::mkfifo(mark.c_str(), 0600) == 0);
    auto opened = std::async(std::launch::async, [&] {
        return hub::Hub::open(county.folder.path, county.clock, seeded(1)).has_value();
    });
    {
        std::ofstream readByNow(mark);
        std::filesystem::remove(mark);
        county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
        readByNow << epoch << " 1\n";
    }
    CHECK(opened.get());
}

TEST_CASE("With durable set to backup, the durable seq is what the last backup holds")
{
    County county;
    county.hub().services().committer.run(
        [](hub::Connection& db) { hub::setDurable(db, "backup"); });
    Tablet zhang = county.tabletOf("zhang");
    county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
    CHECK(county.feed(zhang).head.durableSeq == 0);
    const TempFolder copy;
    REQUIRE(hub::backUp(county.folder.path, copy.path));
    CHECK(county.feed(zhang).head.durableSeq == 1);
}

TEST_CASE("A hub that was never made is not opened")
{
    const TempFolder empty;
    FakeClock clock;
    CHECK(hub::Hub::open(empty.path, clock, seeded(1)).error().code == "hub.not_initialised");
}

TEST_CASE("A database of a newer hub is refused and not touched")
{
    County county;
    county.close();
    {
        hub::Connection db(hub::databaseFile(county.folder.path), sqlite::Mode::readWrite);
        db.db().exec("PRAGMA user_version = 9999");
    }
    CHECK(hub::Hub::open(county.folder.path, county.clock, county.random).error().code ==
          "store.newer");
}

TEST_CASE("Works of many threads are grouped; one that fails leaves no trace and hurts nobody")
{
    County county;
    hub::Committer& committer = county.hub().services().committer;
    const std::uint64_t commitsBefore = committer.commits();
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 16; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const std::string code = "x" + std::to_string(thread * 1000 + i);
                try {
                    committer.run([&](hub::Connection& db) {
                        db.db().exec("INSERT INTO blob VALUES ('" + std::string(59, '0') +
                                     std::to_string(10000 + thread * 100 + i) + "', 1, 1)");
                        if (i % 5 == 0) throw std::runtime_error("refused");
                    });
                } catch (const std::runtime_error&) {
                    ++refused;
                }
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(refused == 16 * 5);
    const auto reader = county.hub().services().readers.take();
    CHECK(reader->db().execAndGet("SELECT count(*) FROM blob").getInt() == 16 * 20);
    CHECK(committer.works() >= 16 * 25);
    CHECK(committer.commits() - commitsBefore <= 16 * 25);
}

TEST_CASE("A work that nobody waits for is done before what is handed in after it")
{
    County county;
    hub::Committer& committer = county.hub().services().committer;
    committer.setPatience(std::chrono::hours(1));
    const std::uint64_t commitsBefore = committer.commits();
    std::vector<std::string> order;
    committer.later([&](hub::Connection&) { order.push_back("late"); },
                    [&] { order.push_back("committed"); });
    committer.run([&](hub::Connection&) { order.push_back("urgent"); });
    CHECK(order == std::vector<std::string>{"late", "urgent", "committed"});
    CHECK(committer.commits() - commitsBefore == 1);
}

TEST_CASE("A work that nobody waits for is done alone when nothing else comes")
{
    County county;
    hub::Committer& committer = county.hub().services().committer;
    std::promise<void> committed;
    committer.later([](hub::Connection&) {}, [&] { committed.set_value(); });
    committed.get_future().wait();
    committer.settle();
    SUCCEED();
}

TEST_CASE("A work that nobody waits for and that fails is tried again and hurts nobody")
{
    County county;
    hub::Committer& committer = county.hub().services().committer;
    committer.setPatience(std::chrono::hours(1));
    bool committed = false;
    int tries = 0;
    const auto fails = [&](hub::Connection& db) {
        db.db().exec("DELETE FROM region");
        if (++tries < 3) throw std::runtime_error("refused");
    };
    committer.later(fails, [&] { committed = true; });
    committer.settle();
    CHECK(tries == 1);
    committer.run([](hub::Connection& db) { db.db().exec("DELETE FROM blob"); });
    CHECK(tries == 1);
    const auto reader = county.hub().services().readers.take();
    CHECK(reader->db().execAndGet("SELECT count(*) FROM region").getInt() > 0);
    committer.settle();
    CHECK_FALSE(committed);
    committer.settle();
    CHECK(committed);
    committer.settle();
    CHECK(tries == 3);
}

TEST_CASE("A work that gives a refusal instead of a value leaves no trace")
{
    County county;
    const auto result =
        county.hub().services().committer.run([](hub::Connection& db) -> base::Result<int> {
            hub::setDurable(db, "backup");
            return base::fail("test.refused", "不行");
        });
    CHECK(result.error().code == "test.refused");
    const auto reader = county.hub().services().readers.take();
    CHECK(reader->db().execAndGet("SELECT durable FROM hub").getString() == "local");
}
