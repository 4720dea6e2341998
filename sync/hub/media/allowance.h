#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "core/domain/ids.h"
#include "sync/hub/media/upload.h"

namespace hub::media {

/// What one device may ask of the media store, so that none can take it from the others: how many
/// uploads it has open, and how many bytes a day it brings that no record names. Safe from any
/// thread; forgets with the process.
class Allowance {
public:
    static constexpr int openOfDevice = 200;
    static constexpr std::size_t openOfAll = 20'000;
    static constexpr std::int64_t unnamedBytesADay = std::int64_t{2} * 1024 * 1024 * 1024;

    /// The right to one more open upload, held until it is let go; null when there are too many.
    Place open(const domain::DeviceId& device);
    /// Counts bytes that no record names; how long to wait when they are too many for today, and
    /// then they do not count.
    std::optional<std::int64_t> waitMs(const domain::DeviceId& device, std::int64_t bytes,
                                       std::int64_t nowMs);

private:
    struct Counts {
        std::mutex mutex;
        std::map<domain::DeviceId, int> open;
        std::size_t all = 0;
    };
    struct Day {
        std::int64_t startMs = 0;
        std::int64_t bytes = 0;
    };
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>();  ///< outlived by no place
    std::mutex m_mutex;
    std::map<domain::DeviceId, Day> m_unnamed;
};

}  // namespace hub::media
