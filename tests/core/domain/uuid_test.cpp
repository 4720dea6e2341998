#include "core/base/uuid.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {
struct StandingClock final : base::Clock {
    std::int64_t nowMs = 1'700'000'000'000;
    std::int64_t wallMs() const override { return nowMs; }
    std::int64_t bootMs() const override { return nowMs; }
};
}  // namespace

TEST_CASE("Identifiers rise and stay unique while the wall clock stands still or goes back a year")
{
    StandingClock clock;
    base::UuidSource source(
        clock, [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, std::uint8_t{0xff}); });
    std::string last;
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5'000) clock.nowMs -= 365LL * 86'400'000;
        const std::string next = source.next();
        REQUIRE(base::isUuid(next));
        REQUIRE(next[14] == '7');
        REQUIRE(next > last);
        last = next;
    }
}
