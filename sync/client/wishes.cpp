#include "sync/client/wishes.h"

#include <algorithm>

namespace client {

namespace {
constexpr std::size_t kept = 100;
}

void Wishes::wish(const domain::Sha256& sha256)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_wanted, sha256);
    m_wanted.push_front(sha256);
    if (m_wanted.size() > kept) m_wanted.pop_back();
}

std::optional<domain::Sha256> Wishes::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_wanted.empty()) return {};
    domain::Sha256 newest = std::move(m_wanted.front());
    m_wanted.pop_front();
    return newest;
}

bool Wishes::empty() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted.empty();
}

}  // namespace client
