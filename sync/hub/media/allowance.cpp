#include "sync/hub/media/allowance.h"

namespace hub::media {
namespace {

constexpr std::int64_t dayMs = 24LL * 3600 * 1000;

}  // namespace

Place Allowance::open(const domain::DeviceId& device)
{
    {
        const std::lock_guard lock(m_counts->mutex);
        int& ofDevice = m_counts->open[device];
        if (ofDevice >= openOfDevice || m_counts->all >= openOfAll) return nullptr;
        ++ofDevice;
        ++m_counts->all;
    }
    return Place(m_counts.get(), [counts = m_counts, device](void*) {
        const std::lock_guard lock(counts->mutex);
        --counts->all;
        const auto ofDevice = counts->open.find(device);
        if (--ofDevice->second == 0) counts->open.erase(ofDevice);
    });
}

std::optional<std::int64_t> Allowance::waitMs(const domain::DeviceId& device, std::int64_t bytes,
                                              std::int64_t nowMs)
{
    const std::lock_guard lock(m_mutex);
    Day& day = m_unnamed[device];
    if (nowMs - day.startMs >= dayMs || nowMs < day.startMs) day = {nowMs, 0};
    if (day.bytes + bytes > unnamedBytesADay) return day.startMs + dayMs - nowMs;
    day.bytes += bytes;
    return std::nullopt;
}

}  // namespace hub::media
