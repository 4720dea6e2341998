#pragma once

#include <cstdint>
#include <string>

namespace hub {

/// "2026-11-23 16:53:07" in China's time, which is what the office reads.
std::string timeText(std::int64_t wallMs);

}  // namespace hub
