#include "sync/hub/store/highwater.h"

#include <fstream>

#include "sync/hub/store/meta.h"

namespace hub {

std::optional<HighWater::Mark> HighWater::read() const
{
    std::ifstream in(m_file);
    Mark mark;
    if (in >> mark.epoch >> mark.seq && mark.epoch.size() == 32) return mark;
    return std::nullopt;
}

void HighWater::update(Connection& connection)
{
    const Meta meta = readMeta(connection);
    const std::lock_guard lock(m_mutex);
    if (meta.epoch == m_epoch && meta.lastSeq == m_lastSeq && meta.durableSeq == m_durableSeq)
        return;
    m_epoch = meta.epoch;
    m_lastSeq = meta.lastSeq;
    m_durableSeq = meta.durableSeq;
    std::filesystem::path fresh = m_file;
    fresh += ".new";
    std::ofstream(fresh, std::ios::trunc) << meta.epoch << ' ' << meta.lastSeq << '\n';
    std::error_code ignored;  // the mark is a second line of defence, never a reason to refuse work
    std::filesystem::rename(fresh, m_file, ignored);
}

std::string HighWater::epoch() const
{
    const std::lock_guard lock(m_mutex);
    return m_epoch;
}

}  // namespace hub
