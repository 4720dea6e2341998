#include "sync/hub/admin/accept.h"

#include <catch2/catch.hpp>

#include "sync/hub/store/devices.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

TEST_CASE("An administrator may take quarantined work into the log; a reviewer then sees it")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const Tablet wang = county.tabletOf("wang");
    county.hub().services().committer.run(
        [&](hub::Connection& db) { hub::revokeDevice(db, zhang.device, county.clock.nowMs); });
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    REQUIRE(county.pushOne(zhang, record).code == "device.revoked");
    CHECK(county.feed(wang).records.empty());

    const auto accept = [&](const domain::RecordId& id) {
        return county.hub().services().committer.run([&](hub::Connection& db) {
            return hub::acceptSetAside(db, id, county.ids, county.clock.nowMs);
        });
    };
    const auto taken = accept(record.id);
    REQUIRE(taken);
    CHECK(taken->withIt.empty());
    CHECK(county.feed(wang).records.size() == 1);
    CHECK(accept(record.id).error().code == "accept.unknown");

    const protocol::PushResult again = county.pushOne(zhang, record);
    CHECK(textOf(again.outcome) == "duplicate");
    CHECK(again.seq == taken->seq);
    county.hub().services().committer.run([](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
    });
}

TEST_CASE("With quarantined work its review is taken, too, that came before it was accepted")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    county.hub().services().committer.run(
        [&](hub::Connection& db) { hub::revokeDevice(db, zhang.device, county.clock.nowMs); });
    const domain::Inspection made = county.inspection(zhang, village11);
    const domain::Record record = county.submitted(zhang, made);
    REQUIRE(county.pushOne(zhang, record).code == "device.revoked");
    const domain::Record review = county.reviewed(wang, made, domain::Decision::approve);
    REQUIRE(county.pushOne(wang, review).code == "review.inspection");

    const auto taken = county.hub().services().committer.run([&](hub::Connection& db) {
        return hub::acceptSetAside(db, record.id, county.ids, county.clock.nowMs);
    });
    REQUIRE(taken);
    CHECK(taken->withIt == std::vector{review.id});
    const auto told = county.feed(wang).records;
    REQUIRE(told.size() == 2);
    CHECK(told[1].record.id == review.id);
}

TEST_CASE("What cannot be read, is no inspection, or skips a revision is not taken")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Record broken = county.submitted(zhang, county.inspection(zhang, village11));
    broken.body = "{}";
    const domain::Record future = county.record(zhang, "from.the.future", "{}");
    domain::Inspection skipping = county.inspection(zhang, village11);
    skipping.revision = 3;
    const domain::Record skipped = county.submitted(zhang, skipping);
    domain::Inspection elsewhere = county.inspection(zhang, village11);
    elsewhere.village = elsewhere.subject = {"330799001299"};
    const domain::Record outside = county.submitted(zhang, elsewhere);
    REQUIRE(county.push(zhang, {broken, future, skipped, outside}).status == 200);

    const auto codeFor = [&](const domain::Record& record) {
        const auto taken = county.hub().services().committer.run([&](hub::Connection& db) {
            return hub::acceptSetAside(db, record.id, county.ids, county.clock.nowMs);
        });
        REQUIRE_FALSE(taken);
        return taken.error().code;
    };
    CHECK(codeFor(broken) == "json.missing");
    CHECK(codeFor(future) == "accept.kind");
    CHECK(codeFor(skipped) == "inspection.revision_gap");
    CHECK(codeFor(outside) == "accept.campaign");
    CHECK(county.feed(zhang).records.empty());
}
