#include <algorithm>
#include <catch2/catch.hpp>

#include "core/domain/codec.h"
#include "sync/hub/store/connection.h"
#include "tests/hub/records/county.h"

// After a restore tablets hand in again what the backup had not, in any order.
using namespace hubtest;

namespace {
/// One inspection's life: submitted, sent back, corrected, approved; each by its own tablet.
struct Life {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    domain::Inspection made = county.inspection(zhang, village11);
    domain::Record first = county.submitted(zhang, made);
    domain::Record sentBack = county.reviewed(wang, made, domain::Decision::sendBack, "照片不清楚");
    domain::Record second = corrected();
    domain::Record approved = county.reviewed(wang, made, domain::Decision::approve);

    domain::Record corrected()
    {
        made.revision = 2;
        made.answersReview = sentBack.id;
        return county.submitted(zhang, made);
    }
    std::string state()
    {
        return county.hub()
            .services()
            .readers.take()
            ->db()
            .execAndGet(
                "SELECT coalesce((SELECT revision || ' ' || state FROM inspection), 'none')")
            .getString();
    }
    std::vector<std::string> feed()
    {
        std::vector<std::string> ids;
        for (const auto& logged : county.feed(zhang).records) ids.push_back(logged.record.id.value);
        return ids;
    }
    int count(const std::string& rows)
    {
        return county.hub()
            .services()
            .readers.take()
            ->db()
            .execAndGet("SELECT count(*) FROM " + rows)
            .getInt();
    }
};
}  // namespace

TEST_CASE("Whoever comes first, an inspection and its reviews end in the same state")
{
    Life life;
    const auto byZhang = {life.first, life.second};
    const auto byWang = {life.sentBack, life.approved};
    int late = 0;
    SECTION("the inspector first")
    {
        late = 1;
        for (const auto& record : byZhang) life.county.pushOne(life.zhang, record);
        CHECK(life.state() == "1 submitted");
        for (const auto& record : byWang) life.county.pushOne(life.wang, record);
    }
    SECTION("the supervisor first")
    {
        late = 2;
        for (const auto& record : byWang)
            CHECK(textOf(life.county.pushOne(life.wang, record).outcome) == "quarantined");
        for (const auto& record : byZhang) life.county.pushOne(life.zhang, record);
    }
    CHECK(life.state() == "2 approved");
    CHECK(life.feed() == std::vector<std::string>{life.first.id.value, life.sentBack.id.value,
                                                  life.second.id.value, life.approved.id.value});
    CHECK(life.count("set_aside") == 0);
    CHECK(life.count("audit WHERE action = 'record.taken_late'") == late);
    // What was set aside once is known as taken from then on.
    CHECK(textOf(life.county.pushOne(life.zhang, life.second).outcome) == "duplicate");
    CHECK(textOf(life.county.pushOne(life.wang, life.approved).outcome) == "duplicate");
}

TEST_CASE("Of two reviews that came too early the first that came counts")
{
    Life life;
    Tablet chief = life.county.tabletOf("chief");
    domain::Inspection first = life.made;
    first.revision = 1;
    life.county.pushOne(life.wang, life.sentBack);
    life.county.pushOne(chief, life.county.reviewed(chief, first, domain::Decision::approve));
    life.county.pushOne(life.zhang, life.first);
    CHECK(life.state() == "1 sentBack");
    CHECK(life.count("set_aside") == 1);
}

TEST_CASE("A correction that answers another review, or none, is not taken for one that came later")
{
    Life life;
    life.county.pushOne(life.zhang, life.first);
    life.made.answersReview = GENERATE(domain::RecordId{}, domain::RecordId{"another"});
    life.zhang.nextSeq = 2;
    CHECK(life.county.pushOne(life.zhang, life.county.submitted(life.zhang, life.made)).code ==
          "inspection.not_sent_back");
    life.county.pushOne(life.wang, life.sentBack);
    CHECK(life.state() == "1 sentBack");
    CHECK(life.count("set_aside") == 1);
}

TEST_CASE("What a revoked tablet had handed in too early is not taken by itself")
{
    Life life;
    life.county.pushOne(life.wang, life.sentBack);
    life.county.hub().services().committer.run([&](hub::Connection& db) {
        db.db().exec("UPDATE device SET revoked_ms = 1 WHERE id = '" + life.wang.device.value +
                     "'");
    });
    life.county.pushOne(life.zhang, life.first);
    CHECK(life.state() == "1 submitted");
    CHECK(life.count("set_aside") == 1);
}
