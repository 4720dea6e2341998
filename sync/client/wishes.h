#pragma once

#include <deque>
#include <mutex>
#include <optional>

#include "core/domain/ids.h"

namespace client {

/// Photos and thumbnails that somebody looks at and that are not on this tablet. The screen's
/// thread wishes, the sync thread takes; the last wish comes first, because it is what is on the
/// screen. Safe from any thread.
class Wishes {
public:
    /// Keeps the newest 100 wishes.
    void wish(const domain::Sha256& sha256);
    std::optional<domain::Sha256> take();
    bool empty() const;

private:
    mutable std::mutex m_mutex;
    std::deque<domain::Sha256> m_wanted;
};

}  // namespace client
