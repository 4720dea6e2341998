#include <catch2/catch.hpp>

#include "core/domain/codec.h"
#include "core/fairness/fairness_codec.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
/// Both inspectors have submitted; the reviewer's view depends on who asks.
struct Two {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet li = county.tabletOf("li");
    domain::Inspection first = county.inspection(zhang, village11);
    domain::Inspection second = county.inspection(li, village21);

    Two()
    {
        first.photos = {county.photo("one")};
        county.pushOne(zhang, county.submitted(zhang, first));
        county.pushOne(li, county.submitted(li, second));
    }
    Tablet somebody(const std::string& id, domain::Role role, std::vector<domain::RegionCode> scope)
    {
        county.hub().services().committer.run([&](hub::Connection& db) {
            hub::putUser(db, {{id}, "某人", role, std::move(scope), true});
        });
        return county.tabletOf(id);
    }
    std::size_t seen(const Tablet& tablet) { return county.feed(tablet).records.size(); }
    bool readsPhoto(const Tablet& tablet)
    {
        const auto reader = county.hub().services().readers.take();
        return hub::mayRead(*reader, {tablet.user, tablet.device, false}, first.photos[0].sha256) &&
               hub::mayRead(*reader, {tablet.user, tablet.device, false},
                            first.photos[0].thumbSha256);
    }
};
}  // namespace

TEST_CASE("Everybody sees in the feed, and of the photos, what their role and place allow")
{
    Two two;
    CHECK(two.seen(two.zhang) == 1);
    CHECK(two.seen(two.li) == 1);
    CHECK(two.readsPhoto(two.zhang));
    CHECK_FALSE(two.readsPhoto(two.li));

    const Tablet wang = two.county.tabletOf("wang");
    CHECK(two.seen(wang) == 1);
    CHECK(two.readsPhoto(wang));
    const Tablet chief = two.county.tabletOf("chief");
    CHECK(two.seen(chief) == 2);
    CHECK(two.readsPhoto(chief));
    const Tablet otherTown = two.somebody("sun", domain::Role::supervisor, {{town2}});
    CHECK(two.seen(otherTown) == 1);
    CHECK_FALSE(two.readsPhoto(otherTown));
    const Tablet contact = two.somebody("qian", domain::Role::villageContact, {{village11}});
    CHECK(two.seen(contact) == 0);
    CHECK_FALSE(two.readsPhoto(contact));
    const Tablet neighbour = two.somebody("zhou", domain::Role::villageContact, {{village12}});
    CHECK(two.seen(neighbour) == 0);
    const Tablet admin = two.somebody("admin", domain::Role::administrator, {});
    CHECK(two.seen(admin) == 0);
    CHECK_FALSE(two.readsPhoto(admin));
}

TEST_CASE("A new assignment changes the scope, and the tablet reads again from the beginning")
{
    Two two;
    const protocol::FeedHead before = two.county.feed(two.zhang).head;
    CHECK(two.county.feed(two.zhang).head.scope == before.scope);
    two.county.hub().services().committer.run([&](hub::Connection& db) {
        hub::putAssignment(db, {two.county.campaign.id, {"zhang"}, {{town1}, {village21}}, {}});
    });
    const hub::Response refused =
        two.county.get(two.zhang, protocol::path::feed,
                       {{"epoch", before.epoch}, {"scope", before.scope}, {"after", "2"}});
    CHECK(refused.status == 409);
    CHECK(problemOf(refused).error.code == protocol::code::feedScope);
    const protocol::FeedPage again = two.county.feed(two.zhang);
    CHECK(again.records.size() == 2);
    CHECK(again.head.scope != before.scope);
}

TEST_CASE("Work stays visible to its author when the village is given to somebody else")
{
    Two two;
    two.county.hub().services().committer.run([&](hub::Connection& db) {
        hub::putAssignment(db, {two.county.campaign.id, {"zhang"}, {{village12}}, {}});
        hub::putAssignment(db, {two.county.campaign.id, {"li"}, {{town1}}, {}});
    });
    CHECK(two.seen(two.zhang) == 1);
    CHECK(two.seen(two.li) == 2);
}

TEST_CASE("The feed comes in pages; a page ends where the next begins")
{
    Two two;
    for (int i = 0; i < 5; ++i)
        two.county.pushOne(two.zhang, two.county.submitted(
                                          two.zhang, two.county.inspection(two.zhang, village12)));
    const auto page = [&](std::int64_t after, const char* limit) {
        const hub::Response response = two.county.get(
            two.zhang, protocol::path::feed, {{"after", std::to_string(after)}, {"limit", limit}});
        REQUIRE(response.status == 200);
        const auto lines = protocol::unpackLines(response.body, 1 << 20, 1000);
        return *protocol::feedPageFromLines(*lines);
    };
    std::int64_t after = 0;
    std::size_t records = 0;
    for (int pages = 0; pages < 10; ++pages) {
        const protocol::FeedPage each = page(after, "2");
        CHECK(each.records.size() <= 2);
        records += each.records.size();
        after = each.head.nextAfter;
        if (!each.head.more) break;
    }
    CHECK(records == 6);
    CHECK(after == 7);
    for (const char* bad : {"-1", "x", "0", "1e9", "99999999999999999999"})
        CHECK(two.county.get(two.zhang, protocol::path::feed, {{"limit", bad}}).status == 400);
    CHECK(two.county.get(two.zhang, protocol::path::feed, {{"after", "-1"}}).status == 400);
}

TEST_CASE("A cursor of another life of the hub is told so")
{
    Two two;
    for (const std::map<std::string, std::string>& query :
         {std::map<std::string, std::string>{{"epoch", std::string(32, '0')}, {"after", "1"}},
          std::map<std::string, std::string>{{"after", "99"}}}) {
        const hub::Response response = two.county.get(two.zhang, protocol::path::feed, query);
        CHECK(response.status == 409);
        const protocol::Problem problem = problemOf(response);
        CHECK(problem.error.code == protocol::code::feedEpoch);
        CHECK(problem.lastSeq == 2);
        CHECK(problem.epoch.size() == 32);
    }
}

TEST_CASE("Reference data is filtered by who asks")
{
    Two two;
    County& county = two.county;
    const Tablet wang = county.tabletOf("wang");
    const Tablet chief = county.tabletOf("chief");
    CHECK(county.reference(two.zhang, "regions").size() == 5);
    CHECK(county.reference(two.zhang, "checklists").size() == 2);
    CHECK(county.reference(two.zhang, "campaigns").size() == 1);
    CHECK(county.reference(two.zhang, "assignments").size() == 1);
    CHECK(county.reference(wang, "assignments").size() == 1);
    CHECK(county.reference(chief, "assignments").size() == 2);
    // Oneself and those who review; the supervisor also the inspector of the town.
    CHECK(county.reference(two.zhang, "people").size() == 3);
    CHECK(county.reference(wang, "people").size() == 3);
    CHECK(county.reference(chief, "people").size() == 4);
    CHECK(county.get(two.zhang, "/v1/reference/rankings").status == 403);
    CHECK(county.get(two.zhang, "/v1/reference/nothing").status == 404);
    CHECK(county.feed(two.zhang).head.reference.count("rankings") == 0);
    CHECK(county.feed(chief).head.reference.count("rankings") == 1);
}

TEST_CASE("A part that did not change is not sent again; a change gives it a new tag")
{
    Two two;
    const auto tag = [&](const std::string& part) {
        return two.county.feed(two.zhang).head.reference.at(part);
    };
    for (const std::string part : {"regions", "checklists", "campaigns", "assignments", "people"}) {
        hub::Request request;
        request.method = "GET";
        request.path = "/v1/reference/" + part;
        request.headers[protocol::header::authorization] = "Bearer " + two.zhang.token;
        const hub::Response full = two.county.ask(request);
        CHECK(full.headers.at(protocol::header::etag) == tag(part));
        request.headers[protocol::header::ifNoneMatch] = tag(part);
        const hub::Response unchanged = two.county.ask(request);
        CHECK(unchanged.status == 304);
        CHECK(unchanged.body.empty());
    }
    const std::string regions = tag("regions");
    const std::string people = tag("people");
    two.county.hub().services().committer.run([](hub::Connection& db) {
        domain::Region region;
        region.code = {"330799001203"};
        region.parent = {town1};
        region.name = "新村";
        hub::putRegion(db, region);
    });
    CHECK(tag("regions") != regions);
    CHECK(tag("people") == people);
}

TEST_CASE("The ranking that the chief reads counts approved inspections only")
{
    Two two;
    Tablet chief = two.county.tabletOf("chief");
    const auto ranked = [&] {
        const auto lines = two.county.reference(chief, "rankings");
        REQUIRE(lines.size() == 1);
        const auto line = fairness::rankingLineFromJson(lines[0]);
        REQUIRE(line);
        return line->ranking.boards.at(0).rows;
    };
    CHECK(ranked().empty());
    two.county.storeBlob(two.first.photos[0]);
    two.county.pushOne(chief, two.county.reviewed(chief, two.first, domain::Decision::approve));
    REQUIRE(ranked().size() == 1);
    CHECK(ranked()[0].village.value == village11);
    CHECK(ranked()[0].points == base::Points::whole(100));

    domain::Review adjust;
    adjust.inspection = two.second.id;
    adjust.revision = 1;
    adjust.decision = domain::Decision::adjust;
    adjust.adjustments = {{"MV01", base::Points::whole(3), "复核"}};
    adjust.reviewer = chief.user.id;
    two.county.pushOne(chief, two.county.record(chief, "review", domain::canonicalJson(adjust)));
    two.county.pushOne(chief, two.county.reviewed(chief, two.second, domain::Decision::approve));
    REQUIRE(ranked().size() == 2);
    CHECK(ranked()[1].points == base::Points::whole(95));

    // Beside it each inspector stands against the other.
    const auto line =
        fairness::rankingLineFromJson(two.county.reference(chief, "rankings").at(0)).value();
    REQUIRE(line.fairness);
    REQUIRE(line.fairness->figures.size() == 2);
    for (const fairness::Figures& one : line.fairness->figures) {
        const bool isLi = one.inspector == two.li.user.id;
        CHECK(one.own.mean == base::Points::whole(isLi ? 95 : 100));
        CHECK(one.others.mean == base::Points::whole(isLi ? 100 : 95));
    }
}
