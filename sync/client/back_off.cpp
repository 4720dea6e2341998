#include "sync/client/back_off.h"

#include <algorithm>
#include <cstring>

namespace client {

BackOff::BackOff(base::RandomBytes random, Limits limits)
    : m_random(std::move(random)), m_limits(limits)
{
}

std::chrono::milliseconds BackOff::failed(std::optional<int> retryAfterS)
{
    const std::int64_t doubled = m_limits.first.count() << std::min(m_failures, 20);
    const std::int64_t ceiling = std::min(m_limits.longest.count(), doubled);
    m_failures += 1;
    std::uint8_t bytes[sizeof(std::uint64_t)] = {};
    m_random(bytes);
    std::uint64_t chance = 0;
    std::memcpy(&chance, bytes, sizeof chance);
    const auto wait = static_cast<std::int64_t>(chance % (static_cast<std::uint64_t>(ceiling) + 1));
    return std::chrono::milliseconds(
        std::max(wait, std::int64_t{1000} * std::max(0, retryAfterS.value_or(0))));
}

}  // namespace client
