#include "sync/client/back_off.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace std::chrono_literals;

namespace {
base::RandomBytes seeded(std::uint32_t seed)
{
    return [engine = std::mt19937(seed)](std::span<std::uint8_t> bytes) mutable {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine());
    };
}

base::RandomBytes zeros()
{
    return [](std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) byte = 0;
    };
}
}  // namespace

TEST_CASE("Waits stay under a ceiling that doubles from 2 s to 5 min and are spread below it")
{
    client::BackOff::Limits limits;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        client::BackOff backOff(seeded(seed));
        std::chrono::milliseconds ceiling = limits.first;
        for (int i = 0; i < 40; ++i) {
            const auto wait = backOff.failed();
            CHECK(wait >= 0ms);
            CHECK(wait <= ceiling);
            ceiling = std::min<std::chrono::milliseconds>(ceiling * 2, limits.longest);
        }
    }
    std::int64_t shorter = 0;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        client::BackOff backOff(seeded(seed));
        for (int i = 0; i < 10; ++i) backOff.failed();
        shorter += backOff.failed() < limits.longest / 2 ? 1 : 0;
    }
    CHECK(shorter > 60);
    CHECK(shorter < 140);
}

TEST_CASE("What the hub asks for is waited, and success starts from the beginning")
{
    client::BackOff backOff(zeros());
    CHECK(backOff.failed(90) == 90s);
    CHECK(backOff.failed() == 0ms);
    CHECK(backOff.failures() == 2);
    backOff.reset();
    CHECK(backOff.failures() == 0);
    client::BackOff other(seeded(1));
    CHECK(other.failed(-5) <= 2s);
}
