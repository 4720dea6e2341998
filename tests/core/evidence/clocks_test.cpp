#include "core/evidence/clocks.h"

#include <catch2/catch.hpp>

using evidence::ClocksBefore;
using evidence::isTimeDoubtful;

namespace {
constexpr std::int64_t noon = 1'800'000'000'000;
constexpr std::int64_t hour = 3'600'000;

domain::ShotClocks shot(std::int64_t wallMs, std::int64_t bootMs = 10 * hour)
{
    domain::ShotClocks clocks;
    clocks.wallMs = wallMs;
    clocks.bootMs = bootMs;
    return clocks;
}

const ClocksBefore before{noon - 10 * hour, noon, {}};
}  // namespace

TEST_CASE("A clock that goes on, or a reboot, raises no doubt")
{
    CHECK_FALSE(isTimeDoubtful(shot(noon), {}));
    CHECK_FALSE(isTimeDoubtful(shot(noon + hour, 11 * hour), before));
    CHECK_FALSE(isTimeDoubtful(shot(noon + hour, 60'000), before));
}

TEST_CASE("A wall clock set back is noticed, by the boot clock and over a reboot by the last photo")
{
    CHECK(isTimeDoubtful(shot(noon + hour / 2, 11 * hour), before));
    CHECK(isTimeDoubtful(shot(noon - hour / 2, 60'000), before));
    CHECK_FALSE(isTimeDoubtful(shot(noon - 60'000, 10 * hour), before));  // within tolerance
}

TEST_CASE("A wall clock that is off by the satellites or by the hub is in doubt")
{
    auto clocks = shot(noon);
    clocks.gnssMs = noon - hour;
    CHECK(isTimeDoubtful(clocks, {}));
    CHECK(isTimeDoubtful(shot(noon), {{}, {}, -200'000}));
    CHECK_FALSE(isTimeDoubtful(shot(noon), {{}, {}, 60'000}));
}

TEST_CASE("What the satellites confirm is not in doubt, whatever was done to the clock before")
{
    auto clocks = shot(noon - hour, 10 * hour);
    clocks.gnssMs = noon - hour + 1500;
    CHECK(evidence::satellitesConfirm(clocks));
    CHECK_FALSE(isTimeDoubtful(clocks, before));
    CHECK_FALSE(isTimeDoubtful(clocks, {{}, {}, -200'000}));
}
