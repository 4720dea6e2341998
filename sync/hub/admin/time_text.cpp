#include "sync/hub/admin/time_text.h"

#include <array>
#include <ctime>

namespace hub {

std::string timeText(std::int64_t wallMs)
{
    constexpr std::int64_t chinaOffsetS = 8 * 3600;
    const std::time_t seconds = static_cast<std::time_t>(wallMs / 1000 + chinaOffsetS);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts);
    return text.data();
}

}  // namespace hub
