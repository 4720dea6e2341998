#include "core/domain/appeal.h"

#include <chrono>
#include <cstdio>

namespace domain {

std::int64_t appealUntilMs(const RectificationSettings& settings, std::int64_t decidedAtMs,
                           int zoneOffsetMinutes)
{
    constexpr std::int64_t dayMs = 86'400'000;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (std::sscanf(settings.appealUntil.c_str(), "%4d-%2u-%2u", &year, &month, &day) == 3) {
        const std::chrono::sys_days start = std::chrono::year_month_day(
            std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
        return (start.time_since_epoch().count() + 1) * dayMs -
               std::int64_t{zoneOffsetMinutes} * 60'000 - 1;
    }
    return decidedAtMs + settings.appealDays * dayMs;
}

}  // namespace domain
