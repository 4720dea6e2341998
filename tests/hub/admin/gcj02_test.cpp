#include "core/base/gcj02.h"

#include <catch2/catch.hpp>

TEST_CASE("The shift in Dongyang is what domain.md says, and the way back undoes it")
{
    // Centre: 428 m east and 297 m south, 521 m together.
    const base::GeoPoint centre{29.28, 120.24};
    const base::GeoPoint shifted = base::gcj02FromWgs84(centre);
    CHECK(base::distanceM(centre, shifted) == Approx(521).margin(3));
    CHECK(base::distanceM(centre, {centre.latitude, shifted.longitude}) == Approx(428).margin(3));
    CHECK(shifted.longitude > centre.longitude);
    CHECK(shifted.latitude < centre.latitude);

    for (double latitude = 28.9; latitude < 29.6; latitude += 0.07)
        for (double longitude = 120.0; longitude < 120.8; longitude += 0.07) {
            const base::GeoPoint point{latitude, longitude};
            const base::GeoPoint back = base::wgs84FromGcj02(base::gcj02FromWgs84(point));
            REQUIRE(base::distanceM(point, back) < 0.001);
            REQUIRE(base::distanceM(point, base::gcj02FromWgs84(point)) > 490);
            REQUIRE(base::distanceM(point, base::gcj02FromWgs84(point)) < 560);
        }
}

TEST_CASE("Known points are shifted as the published implementations shift them")
{
    const std::pair<base::GeoPoint, base::GeoPoint> known[] = {
        {{31.1774276, 121.5272106}, {31.17530398364597, 121.531541859215}},   // Shanghai
        {{22.543847, 113.912316}, {22.540796131694766, 113.9171764808363}},   // Shenzhen
        {{39.911954, 116.377817}, {39.91334545536069, 116.38404722455657}}};  // Beijing
    for (const auto& [wgs84, gcj02] : known) {
        CHECK(base::distanceM(base::gcj02FromWgs84(wgs84), gcj02) < 0.1);
        CHECK(base::distanceM(base::wgs84FromGcj02(gcj02), wgs84) < 1);
    }
}

TEST_CASE("There and back again is under a metre anywhere in China")
{
    for (double latitude = 18.5; latitude < 53; latitude += 1.7)
        for (double longitude = 74; longitude < 135; longitude += 2.3) {
            const base::GeoPoint point{latitude, longitude};
            REQUIRE(base::distanceM(point, base::wgs84FromGcj02(base::gcj02FromWgs84(point))) < 1);
        }
}

TEST_CASE("Outside of China nothing is shifted")
{
    const base::GeoPoint berlin{52.52, 13.405};
    CHECK(base::gcj02FromWgs84(berlin) == berlin);
    CHECK(base::wgs84FromGcj02(berlin) == berlin);
}
