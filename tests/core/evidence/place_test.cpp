#include "core/evidence/place.h"

#include <catch2/catch.hpp>

#include "core/base/gcj02.h"

namespace {
base::Fix fix(double latitude, double longitude, double accuracyM = 6, bool mock = false)
{
    return {{latitude, longitude}, accuracyM, base::PositionSource::device, 0, {}, {}, mock};
}
}  // namespace

TEST_CASE("The median of points is not moved by one that is far off")
{
    using evidence::medianPoint;
    CHECK_FALSE(medianPoint({}));
    CHECK(medianPoint({{29, 120}}) == base::GeoPoint{29, 120});
    CHECK(medianPoint({{29, 120}, {30, 122}}) == base::GeoPoint{29.5, 121});
    CHECK(medianPoint({{29.1, 120.2}, {29.1001, 120.2001}, {-40, 0}}) ==
          base::GeoPoint{29.1, 120.2});
}

TEST_CASE("An inspection was done where its trusted fixes are")
{
    domain::Inspection inspection;
    CHECK_FALSE(evidence::placeOf(inspection, 30));
    inspection.startFix = fix(20, 110, 500);
    inspection.photos.resize(3);
    inspection.photos[0].fix = fix(29.2, 120.2);
    inspection.photos[1].fix = fix(10, 100, 5, true);
    inspection.answers.resize(1);
    inspection.answers[0].findings.resize(1);
    inspection.answers[0].findings[0].fix = fix(29.4, 120.4);
    const auto place = evidence::placeOf(inspection, 30);
    REQUIRE(place);
    CHECK(place->latitude == Approx(29.3));
    CHECK(place->longitude == Approx(120.3));
}

TEST_CASE(
    "An average of fixes lies among them, nearer to the better one, and claims no more than it "
    "can know")
{
    CHECK_FALSE(evidence::averageOf({}));
    const base::Fix one = fix(29, 120, 10);
    CHECK(evidence::averageOf({one})->accuracyM == Approx(10));
    const auto still = evidence::averageOf(std::vector<base::Fix>(50, one));
    CHECK(still->point.latitude == Approx(29));
    CHECK(still->accuracyM == Approx(5));  // not 10 / sqrt(50)
    const base::Fix good = fix(29.0001, 120, 3);
    const auto mixed = evidence::averageOf({one, good});
    CHECK(base::distanceM(mixed->point, good.point) < base::distanceM(mixed->point, one.point));
    const auto apart = evidence::averageOf({fix(29, 120, 3), fix(29.001, 120, 3)});
    CHECK(apart->accuracyM > 50);  // 111 m apart: at least one of them is wrong
    CHECK(evidence::averageOf({one, fix(29, 120, 5, true)})->mock);
}
