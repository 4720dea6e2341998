#include "sync/hub/resources/attempts.h"

namespace hub {

namespace {
constexpr std::size_t addressesKept = 10'000;
}  // namespace

std::optional<std::int64_t> Attempts::waitMs(const std::string& who, std::int64_t nowMs)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_windows.find(who);
    if (found == m_windows.end() || found->second.failures < m_most) return std::nullopt;
    const std::int64_t sinceMs = nowMs - found->second.startMs;
    if (sinceMs < 0 || sinceMs >= m_windowMs) return std::nullopt;
    return m_windowMs - sinceMs;
}

bool Attempts::failed(const std::string& who, std::int64_t nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_windows.size() >= addressesKept)
        std::erase_if(m_windows, [&](const auto& entry) {
            return nowMs - entry.second.startMs >= m_windowMs;
        });
    // Under a flood from more addresses than are kept, forgetting one is better than growing.
    if (m_windows.size() >= addressesKept) m_windows.erase(m_windows.begin());
    Window& window = m_windows[who];
    const std::int64_t sinceMs = nowMs - window.startMs;
    if (window.failures == 0 || sinceMs < 0 || sinceMs >= m_windowMs) window = {nowMs, 0};
    return ++window.failures == m_most;
}

void Attempts::succeeded(const std::string& who)
{
    const std::lock_guard lock(m_mutex);
    m_windows.erase(who);
}

}  // namespace hub
