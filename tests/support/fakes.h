#pragma once

#include <random>
#include <string>

#include "core/base/clock.h"
#include "core/base/uuid.h"

namespace support {

/// A clock that stands until a test moves it.
class FakeClock final : public base::Clock {
public:
    std::int64_t nowMs = 1'790'000'000'000;
    std::int64_t sinceBootMs = 5'000'000;

    std::int64_t wallMs() const override { return nowMs; }
    std::int64_t bootMs() const override { return sinceBootMs; }
    void advance(std::int64_t ms)
    {
        nowMs += ms;
        sinceBootMs += ms;
    }
};

/// The same bytes in every run with the same seed.
inline base::RandomBytes seededBytes(std::uint64_t seed)
{
    return [engine = std::mt19937_64(seed)](std::span<std::uint8_t> bytes) mutable {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(engine());
    };
}

}  // namespace support
