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

TEST_CASE("Outside of China nothing is shifted")
{
    const base::GeoPoint berlin{52.52, 13.405};
    CHECK(base::gcj02FromWgs84(berlin) == berlin);
    CHECK(base::wgs84FromGcj02(berlin) == berlin);
}
