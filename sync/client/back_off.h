#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/base/uuid.h"

namespace client {

/// How long to wait before the next try: full jitter (anything from nothing to a ceiling that
/// doubles from 2 s to 5 min), so that many tablets that lost the same hub do not come back
/// together. Not thread-safe.
class BackOff {
public:
    struct Limits {
        std::chrono::milliseconds first = std::chrono::seconds(2);
        std::chrono::milliseconds longest = std::chrono::minutes(5);
    };

    explicit BackOff(base::RandomBytes random) : BackOff(std::move(random), Limits{}) {}
    BackOff(base::RandomBytes random, Limits limits);

    /// The wait after one more failure; never under what the hub asked for.
    std::chrono::milliseconds failed(std::optional<int> retryAfterS = {});
    /// It worked, or the network changed: the next failure waits little again.
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    base::RandomBytes m_random;
    Limits m_limits;
    int m_failures = 0;
};

}  // namespace client
