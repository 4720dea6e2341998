#include "sync/hub/media/arrivals.h"

#include <spdlog/spdlog.h>

#include <stdexcept>
#include <vector>

#include "sync/hub/media/upload_rows.h"
#include "sync/hub/store/blobs.h"

namespace hub::media {

namespace {
constexpr std::size_t waitingMost = 50'000;
}

Arrivals::Arrivals(const Files& files, Committer& committer, Readers& readers,
                   const base::Clock& clock, base::UuidSource& ids)
    : m_files(files), m_committer(committer), m_readers(readers), m_clock(clock), m_ids(ids)
{
    if (!m_files.unentered()) return;
    m_marked = true;
    enterStrays();
}

Arrivals::~Arrivals()
{
    try {
        m_committer.settle();
        const std::lock_guard lock(m_waiting->mutex);
        if (m_marked && !m_unsure && m_waiting->files.empty()) m_files.setUnentered(false);
    } catch (const std::exception& failure) {
        spdlog::error("photos will be looked through at the next start: {}", failure.what());
    }
}

void Arrivals::add(const domain::Sha256& sha256, std::int64_t bytes, const std::string& upload)
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_waiting->mutex);
        if (m_waiting->files.size() >= waitingMost)
            throw std::runtime_error("too many photos wait for their rows");
        if (!m_marked) m_files.setUnentered(true);
        m_marked = true;
        number = ++m_added;
        m_waiting->files[sha256] = {bytes, number};
    }
    // Nothing of this object: the writer may still try when it is gone.
    const auto enter = [&clock = m_clock, &ids = m_ids, sha256, bytes, upload](Connection& to) {
        blobStored(to, sha256, bytes, clock.wallMs(), ids);
        if (!upload.empty()) dropUpload(to, upload);
    };
    m_committer.later(enter, [waiting = m_waiting, sha256, number] {
        const std::lock_guard lock(waiting->mutex);
        const auto found = waiting->files.find(sha256);
        if (found != waiting->files.end() && found->second.number == number)
            waiting->files.erase(found);
    });
}

// Looked for among those that wait first: one that is entered between two looks has its row by
// then.
std::optional<std::int64_t> Arrivals::bytesOf(Connection& reader, const domain::Sha256& sha256)
{
    {
        const std::lock_guard lock(m_waiting->mutex);
        const auto found = m_waiting->files.find(sha256);
        if (found != m_waiting->files.end()) return found->second.bytes;
    }
    return blobBytes(reader, sha256);
}

void Arrivals::enterStrays()
{
    std::vector<domain::Sha256> strays;
    {
        const auto reader = m_readers.take();
        m_files.eachWhole([&](const domain::Sha256& sha256) {
            if (!blobBytes(*reader, sha256)) strays.push_back(sha256);
        });
    }
    for (const domain::Sha256& sha256 : strays) enterStray(sha256);
}

// A file without a row may be one that was acknowledged, or one whose sync never came: only its
// bytes tell. One that cannot be read now keeps the mark for another start, and keeps nobody from
// starting.
void Arrivals::enterStray(const domain::Sha256& sha256)
{
    try {
        if (const auto bytes = m_files.proven(sha256)) add(sha256, *bytes, {});
    } catch (const std::exception& failure) {
        m_unsure = true;
        spdlog::error("photo {} could not be looked at: {}", sha256.value, failure.what());
    }
}

}  // namespace hub::media
