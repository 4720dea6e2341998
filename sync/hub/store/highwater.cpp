#include "sync/hub/store/highwater.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

#include "sync/hub/store/meta.h"

namespace hub {

HighWater::~HighWater()
{
    if (m_opened >= 0) ::close(m_opened);
}

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
    write(fmt::format("{} {:>19}\n", meta.epoch, meta.lastSeq));
}

// In place, always of one length and in one call, so a reader sees the one mark or the other. A new
// file each time would leave an inode behind with each commit, and ext4 steps over those that were
// freed a moment ago one by one whenever a photo's file is made.
void HighWater::write(const std::string& mark)
{
    if (m_opened < 0) m_opened = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0640);
    // The mark is a second line of defence, never a reason to refuse work.
    if (m_opened >= 0) (void)!::pwrite(m_opened, mark.data(), mark.size(), 0);
}

std::string HighWater::epoch() const
{
    const std::lock_guard lock(m_mutex);
    return m_epoch;
}

}  // namespace hub
