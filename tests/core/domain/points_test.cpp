#include "core/base/points.h"

#include <catch2/catch.hpp>

using base::Points;

TEST_CASE("Points are written with as few decimals as they need")
{
    CHECK(toText(Points{450}) == "4.5");
    CHECK(toText(Points{-5}) == "-0.05");
    CHECK(toText(Points{1000}) == "10");
}

TEST_CASE("Points read back what was written")
{
    for (const std::int64_t hundredths : {0, 1, -1, 99, 100, -12345, 999999})
        CHECK(base::pointsFromText(toText(Points{hundredths})) == Points{hundredths});
}

TEST_CASE("A text that is no number of at most two decimals is refused as points")
{
    for (const char* text :
         {"", "-", ".", "1.", "1.234", "1,5", "０.5", "1e3", "99999999999999999999", "4.5 "})
        CHECK_FALSE(base::pointsFromText(text));
}

TEST_CASE("Scaling rounds half up to a hundredth")
{
    CHECK(base::scaled(Points{100}, 1, 3) == Points{33});
    CHECK(base::scaled(Points{1}, 1, 2) == Points{1});
    CHECK(base::scaled(Points{-1}, 1, 2) == Points{0});
    CHECK(base::scaled(Points{-3}, 1, 2) == Points{-1});
    CHECK(base::scaled(Points{-100}, 1, 3) == Points{-33});
}
