#include "core/base/uuid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace base {

UuidSource::UuidSource(const Clock& clock, RandomBytes random)
    : m_clock(clock), m_random(std::move(random))
{
}

// 48 bits of milliseconds, then a 26-bit counter in rand_a and the head of rand_b (RFC 9562 §6.2,
// method 1), started at a random value below its half so that it can rise within the millisecond.
std::string UuidSource::next()
{
    std::array<std::uint8_t, 16> bytes{};
    const std::lock_guard lock(m_mutex);
    m_random(bytes);
    const std::int64_t now = std::max<std::int64_t>(m_clock.wallMs(), 1);
    constexpr std::uint32_t counterMax = (1U << 26U) - 1;
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter =
            (std::uint32_t{bytes[6]} << 16U | std::uint32_t{bytes[7]} << 8U | bytes[8]) & 0xffffffU;
    } else if (m_counter == counterMax) {
        ++m_lastMs;
        m_counter = 0;
    } else {
        ++m_counter;
    }
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] =
            static_cast<std::uint8_t>(static_cast<std::uint64_t>(m_lastMs) >> (40U - 8U * i));
    bytes[6] = static_cast<std::uint8_t>(0x70U | (m_counter >> 22U));
    bytes[7] = static_cast<std::uint8_t>(m_counter >> 14U);
    bytes[8] = static_cast<std::uint8_t>(0x80U | ((m_counter >> 8U) & 0x3fU));
    bytes[9] = static_cast<std::uint8_t>(m_counter);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", bytes[i]);
    }
    return text;
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex) return false;
    }
    return true;
}

}  // namespace base
