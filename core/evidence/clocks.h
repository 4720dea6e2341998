#pragma once

#include <cstdint>
#include <optional>

#include "core/domain/photo.h"

// 时间存疑: what a tablet that may be offline can tell of the time of a shot. Pure.
namespace evidence {

/// Clocks of one shot may differ by so much before its time is in doubt.
inline constexpr std::int64_t clocksAgreeMs = 120'000;

/// What the tablet knows of its clocks from before the shot.
struct ClocksBefore {
    /// Largest difference of wall and boot clock so far; a reboot only makes it larger.
    std::optional<std::int64_t> wallMinusBootMs;
    std::optional<std::int64_t> lastPhotoWallMs;  ///< by the wall clock, of the newest photo
    std::optional<std::int64_t> hubAheadMs;       ///< hub's clock minus ours at the last contact
};

/// The satellites say the same time as the wall clock: whatever was done to that clock, it is
/// right.
bool satellitesConfirm(const domain::ShotClocks& clocks);

/// True when the wall clock was set back (since an earlier photo, also over a reboot), or differs
/// from what the satellites or the hub said. A time that the satellites confirm is never in doubt.
bool isTimeDoubtful(const domain::ShotClocks& clocks, const ClocksBefore& before);

}  // namespace evidence
