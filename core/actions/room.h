#pragma once

#include <cstdint>
#include <string>

#include "core/actions/context.h"
#include "core/base/result.h"

namespace actions {

struct RoomRules {
    std::int64_t budgetBytes = 8'000'000'000;       ///< photos may take this much
    std::int64_t keepMs = 30LL * 24 * 3600 * 1000;  ///< given up after this time even with room
};

struct RoomReport {
    int files = 0;
    std::int64_t bytes = 0;
    std::int64_t stillOver = 0;  ///< over the budget, and nothing more may be given up: unsent work
};

/// Gives up photo files that the hub has for certain: those with its receipt whose records are all
/// at or under durable_seq, and that no draft shows. Originals first, then scaled photos, oldest
/// first; thumbnails stay.
///
/// Nothing else is ever deleted here, however full the tablet is. Rows are marked before files go,
/// so a crash in between leaves a file that the next sweepMedia takes away. Not for the UI thread.
base::Result<RoomReport> makeRoom(Context& context, const std::string& mediaFolder,
                                  const RoomRules& rules);

/// Free bytes that are left alone on the disk, so that records can always be saved: photos are
/// refused first.
inline constexpr std::int64_t reserveBytes = 50'000'000;

}  // namespace actions
