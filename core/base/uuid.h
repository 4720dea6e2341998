#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace base {

/// Fills the bytes with randomness nobody can guess (crypto::randomBytes) or, in a test, from a
/// seed.
using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

/// Makes UUIDv7 texts (RFC 9562, lower case): unique, and rising within this source even when the
/// wall clock goes back or stands still. Safe from any thread.
class UuidSource {
public:
    UuidSource(const Clock& clock, RandomBytes random);
    std::string next();

private:
    const Clock& m_clock;
    RandomBytes m_random;
    std::mutex m_mutex;
    std::int64_t m_lastMs = 0;
    std::uint32_t m_counter = 0;
};

/// True for 36 characters of lower-case hexadecimal with dashes where a UUID has them.
bool isUuid(std::string_view text);

}  // namespace base
