#include <catch2/catch.hpp>

#include "core/domain/codec.h"
#include "sync/hub/ranking/facts.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
struct Submitted {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    Tablet chief = county.tabletOf("chief");
    domain::Inspection made = county.inspection(zhang, village11);

    domain::Record submit()
    {
        domain::Record record = county.submitted(zhang, made);
        REQUIRE(textOf(county.pushOne(zhang, record).outcome) == "applied");
        return record;
    }
    protocol::PushResult push(Tablet& tablet, const domain::Review& review)
    {
        return county.pushOne(tablet,
                              county.record(tablet, "review", domain::canonicalJson(review)));
    }
    domain::Review review(const Tablet& by, domain::Decision decision)
    {
        domain::Review review;
        review.inspection = made.id;
        review.revision = made.revision;
        review.decision = decision;
        review.comment = "看过";
        review.reviewer = by.user.id;
        return review;
    }
};
}  // namespace

TEST_CASE("The first decision on a revision wins; the second hears who was first")
{
    Submitted s;
    s.submit();
    const domain::Record first = s.county.reviewed(s.wang, s.made, domain::Decision::approve);
    CHECK(textOf(s.county.pushOne(s.wang, first).outcome) == "applied");
    const protocol::PushResult second =
        s.push(s.chief, s.review(s.chief, domain::Decision::sendBack));
    CHECK(textOf(second.outcome) == "conflict");
    CHECK(second.code == "review.decided");
    CHECK(second.other == first.id);
    CHECK(s.county.feed(s.zhang).records.size() == 2);
}

TEST_CASE("Who may not review is set aside")
{
    Submitted s;
    s.submit();
    SECTION("an inspector")
    {
        Tablet li = s.county.tabletOf("li");
        CHECK(s.push(li, s.review(li, domain::Decision::approve)).code == "review.forbidden");
    }
    SECTION("a supervisor of another town")
    {
        s.county.hub().services().committer.run([](hub::Connection& db) {
            hub::putUser(db, {{"sun"}, "孙七", domain::Role::supervisor, {{town2}}, true});
        });
        Tablet sun = s.county.tabletOf("sun");
        CHECK(s.push(sun, s.review(sun, domain::Decision::approve)).code == "review.forbidden");
    }
    SECTION("in another's name")
    {
        domain::Review review = s.review(s.wang, domain::Decision::approve);
        review.reviewer = s.chief.user.id;
        CHECK(s.push(s.wang, review).code == "review.reviewer");
    }
    SECTION("one's own work")
    {
        s.county.hub().services().committer.run([&](hub::Connection& db) {
            hub::putUser(db, {s.zhang.user.id, "张三", domain::Role::supervisor, {{town1}}, true});
        });
        CHECK(s.push(s.zhang, s.review(s.zhang, domain::Decision::approve)).code == "review.own");
    }
    CHECK(s.county.feed(s.zhang).records.size() <= 1);
}

TEST_CASE("A review of nothing, of an old revision, or without a reason has no effect")
{
    Submitted s;
    const domain::Record submitted = s.submit();
    domain::Review review = s.review(s.wang, domain::Decision::sendBack);
    SECTION("of nothing")
    {
        review.inspection = {"01a1ee56-5e00-71d5-adc3-011785657706"};
        CHECK(s.push(s.wang, review).code == "review.inspection");
    }
    SECTION("of a revision that is not the newest")
    {
        review.revision = 7;
        const protocol::PushResult result = s.push(s.wang, review);
        CHECK(textOf(result.outcome) == "conflict");
        CHECK(result.code == "review.not_newest");
        CHECK(result.other == submitted.id);
    }
    SECTION("sent back without a word")
    {
        review.comment.clear();
        CHECK(s.push(s.wang, review).code == "review.comment");
    }
    SECTION("adjusted without saying what")
    {
        review.decision = domain::Decision::adjust;
        CHECK(s.push(s.wang, review).code == "review.adjustments");
    }
    SECTION("adjusted beyond the item")
    {
        review.decision = domain::Decision::adjust;
        review.adjustments = {{"MV01", base::Points::whole(100), "多给"}};
        CHECK(s.push(s.wang, review).code == "review.points");
        review.adjustments = {{"MV01", base::Points::whole(-1), "少给"}};
        CHECK(s.push(s.wang, review).code == "review.points");
        review.adjustments = {{"MV99", base::Points::whole(1), "没有这项"}};
        CHECK(s.push(s.wang, review).code == "review.item");
        review.adjustments = {{"MV01", base::Points::whole(1), ""}};
        CHECK(s.push(s.wang, review).code == "review.reason");
    }
}

TEST_CASE("A supervisor adjusts points only while they have the right to it, a chief always")
{
    Submitted s;
    s.submit();
    const auto give = [&](bool right) {
        s.county.hub().services().committer.run([&](hub::Connection& db) {
            domain::User wang = *hub::findUser(db, "wang");
            wang.mayAdjust = right;
            hub::putUser(db, wang);
        });
    };
    domain::Review adjust = s.review(s.wang, domain::Decision::adjust);
    adjust.adjustments = {{"MV01", base::Points::whole(3), "复核照片"}};
    give(false);
    const protocol::PushResult refused = s.push(s.wang, adjust);
    CHECK(textOf(refused.outcome) == "quarantined");
    CHECK(refused.code == "review.adjust_forbidden");
    // Nor beside another decision.
    adjust.decision = domain::Decision::approve;
    CHECK(s.push(s.wang, adjust).code == "review.adjust_forbidden");
    adjust.decision = domain::Decision::adjust;
    SECTION("given it, at once")
    {
        give(true);
        CHECK(textOf(s.push(s.wang, adjust).outcome) == "applied");
    }
    SECTION("a chief, who was given nothing")
    {
        adjust.reviewer = s.chief.user.id;
        CHECK(textOf(s.push(s.chief, adjust).outcome) == "applied");
    }
}

TEST_CASE("Who adjusted a revision may adjust more, others only approve, send back or void it")
{
    Submitted s;
    s.submit();
    domain::Review adjust = s.review(s.wang, domain::Decision::adjust);
    adjust.adjustments = {{"MV01", base::Points::whole(3), "复核照片"}};
    const domain::Record first = s.county.record(s.wang, "review", domain::canonicalJson(adjust));
    CHECK(textOf(s.county.pushOne(s.wang, first).outcome) == "applied");
    adjust.adjustments = {{"MV02", base::Points::whole(1), "复核照片"},
                          {"MV01", base::Points::whole(4), "看漏一处"}};
    CHECK(textOf(s.push(s.wang, adjust).outcome) == "applied");

    domain::Review another = adjust;
    another.reviewer = s.chief.user.id;
    another.adjustments = {{"MV03", base::Points::whole(1), "再看"}};
    const protocol::PushResult refused = s.push(s.chief, another);
    CHECK(textOf(refused.outcome) == "conflict");
    CHECK(refused.code == "review.decided");
    CHECK(textOf(s.push(s.chief, s.review(s.chief, domain::Decision::approve)).outcome) ==
          "applied");

    const auto reader = s.county.hub().services().readers.take();
    const auto facts = hub::factsForExplaining(*reader, s.made.id, 1);
    REQUIRE(facts);
    REQUIRE(facts->adjustments.size() == 2);
    for (const domain::Adjustment& one : facts->adjustments)
        CHECK(one.points == base::Points::whole(one.itemCode == "MV01" ? 4 : 1));
}

TEST_CASE("Approving waits for the photos; each arrival is a record of the hub")
{
    Submitted s;
    s.made.photos = {s.county.photo("one"), s.county.photo("two")};
    SECTION("photos after the record")
    {
        s.submit();
        const protocol::PushResult early =
            s.push(s.wang, s.review(s.wang, domain::Decision::approve));
        CHECK(textOf(early.outcome) == "conflict");
        CHECK(early.code == "review.photos_missing");
        s.county.storeBlob(s.made.photos[0]);
        s.county.storeBlob(s.made.photos[0]);  // twice is once
        CHECK(s.push(s.wang, s.review(s.wang, domain::Decision::approve)).code ==
              "review.photos_missing");
        s.county.storeBlob(s.made.photos[1]);
    }
    SECTION("a photo that was there before its record")
    {
        s.county.storeBlob(s.made.photos[0]);
        s.submit();
        s.county.storeBlob(s.made.photos[1]);
    }
    CHECK(textOf(s.push(s.wang, s.review(s.wang, domain::Decision::approve)).outcome) == "applied");
    int received = 0;
    for (const protocol::FeedRecord& each : s.county.feed(s.zhang).records) {
        if (each.record.kind != "photo.received") continue;
        ++received;
        CHECK(domain::photoReceivedFromJson(each.record.body));
    }
    CHECK(received == 2);
}

TEST_CASE("A thumbnail that arrives is no photo")
{
    Submitted s;
    s.made.photos = {s.county.photo("one")};
    s.submit();
    domain::PhotoEntry thumb;
    thumb.sha256 = s.made.photos[0].thumbSha256;
    thumb.bytes = s.made.photos[0].thumbBytes;
    s.county.storeBlob(thumb);
    CHECK(s.county.feed(s.zhang).records.size() == 1);
    CHECK(s.push(s.wang, s.review(s.wang, domain::Decision::approve)).code ==
          "review.photos_missing");
}
