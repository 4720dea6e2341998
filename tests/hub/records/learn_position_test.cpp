#include <catch2/catch.hpp>

#include "core/base/gcj02.h"
#include "core/domain/codec.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {

struct Visits {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");

    domain::Inspection visit(base::GeoPoint at, const char* kind = "MV", double accuracyM = 8)
    {
        domain::Inspection made = county.inspection(zhang, village11, kind);
        made.startFix = base::Fix{at, accuracyM, base::PositionSource::device, 0, {}, {}, false};
        REQUIRE(textOf(county.pushOne(zhang, county.submitted(zhang, made)).outcome) == "applied");
        return made;
    }
    void approve(const domain::Inspection& made)
    {
        const auto review = county.reviewed(wang, made, domain::Decision::approve);
        REQUIRE(textOf(county.pushOne(wang, review).outcome) == "applied");
    }
    domain::Region region()
    {
        return county.hub().services().committer.run(
            [](hub::Connection& db) { return *hub::findRegion(db, {village11}); });
    }
};

}  // namespace

TEST_CASE("The position of a village that the register has not is learnt from approved inspections")
{
    Visits visits;
    REQUIRE_FALSE(visits.region().position);
    const auto first = visits.visit({29.2500, 120.2000});
    CHECK_FALSE(visits.region().position);  // nobody has approved it
    visits.approve(first);
    REQUIRE(visits.region().position);
    CHECK(visits.region().positionLearnt);
    CHECK(base::distanceM(*visits.region().position, {29.2500, 120.2000}) < 1);

    // 10 m aside: not worth that every tablet reads the regions again.
    const auto learnt = visits.region();
    visits.approve(visits.visit({29.2502, 120.2000}, "LJ"));
    CHECK(visits.region() == learnt);
}

TEST_CASE("A fix that is too poor teaches nothing, and a position of the register stays")
{
    Visits visits;
    visits.approve(visits.visit({29.25, 120.2}, "MV", 200));
    CHECK_FALSE(visits.region().position);
    visits.county.hub().services().committer.run([&](hub::Connection& db) {
        auto region = *hub::findRegion(db, {village11});
        region.position = base::GeoPoint{29.3, 120.3};
        hub::putRegion(db, region);
    });
    visits.approve(visits.visit({29.25, 120.2}, "LJ"));
    CHECK(visits.region().position == base::GeoPoint{29.3, 120.3});
    CHECK_FALSE(visits.region().positionLearnt);
}
