#include "core/evidence/clocks.h"

#include <cstdlib>

namespace evidence {

bool satellitesConfirm(const domain::ShotClocks& clocks)
{
    return clocks.gnssMs && std::abs(clocks.wallMs - *clocks.gnssMs) <= clocksAgreeMs;
}

bool isTimeDoubtful(const domain::ShotClocks& clocks, const ClocksBefore& before)
{
    if (clocks.gnssMs) return !satellitesConfirm(clocks);
    const bool setBack = before.wallMinusBootMs &&
                         clocks.wallMs - clocks.bootMs < *before.wallMinusBootMs - clocksAgreeMs;
    const bool beforeLast =
        before.lastPhotoWallMs && clocks.wallMs < *before.lastPhotoWallMs - clocksAgreeMs;
    const bool offHub = before.hubAheadMs && std::abs(*before.hubAheadMs) > clocksAgreeMs;
    return setBack || beforeLast || offHub;
}

}  // namespace evidence
