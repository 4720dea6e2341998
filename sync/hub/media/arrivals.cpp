#include "sync/hub/media/arrivals.h"

#include <spdlog/spdlog.h>

#include <vector>

#include "sync/hub/media/upload_rows.h"
#include "sync/hub/store/blobs.h"

namespace hub::media {

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
        enterAgain();
        m_committer.settle();
        const std::lock_guard lock(m_waiting->mutex);
        if (m_marked && m_waiting->files.empty()) m_files.setUnentered(false);
    } catch (const std::exception& failure) {
        spdlog::error("photos will be looked through at the next start: {}", failure.what());
    }
}

void Arrivals::add(const domain::Sha256& sha256, std::int64_t bytes, const std::string& upload)
{
    const Waiting::File file{bytes, upload};
    {
        const std::lock_guard lock(m_waiting->mutex);
        if (!m_marked) m_files.setUnentered(true);
        m_marked = true;
        m_waiting->files[sha256] = file;
    }
    enter(sha256, file);
}

void Arrivals::enter(const domain::Sha256& sha256, const Waiting::File& file)
{
    const auto work = [this, sha256, file](Connection& connection) {
        blobStored(connection, sha256, file.bytes, m_clock.wallMs(), m_ids);
        if (!file.upload.empty()) dropUpload(connection, file.upload);
    };
    m_committer.later(work, [waiting = m_waiting, sha256] {
        const std::lock_guard lock(waiting->mutex);
        waiting->files.erase(sha256);
    });
}

// Looked for among those that wait first: one that is entered between two looks has its row by
// then.
std::optional<std::int64_t> Arrivals::bytesOf(const domain::Sha256& sha256)
{
    {
        const std::lock_guard lock(m_waiting->mutex);
        const auto found = m_waiting->files.find(sha256);
        if (found != m_waiting->files.end()) return found->second.bytes;
    }
    return blobBytes(*m_readers.take(), sha256);
}

void Arrivals::enterAgain()
{
    std::map<domain::Sha256, Waiting::File> files;
    {
        const std::lock_guard lock(m_waiting->mutex);
        files = m_waiting->files;
    }
    for (const auto& [sha256, file] : files) enter(sha256, file);
}

// A file without a row may be one that was acknowledged, or one whose sync never came: only its
// bytes tell.
void Arrivals::enterStrays()
{
    std::vector<domain::Sha256> strays;
    {
        const auto reader = m_readers.take();
        m_files.eachWhole([&](const domain::Sha256& sha256) {
            if (!blobBytes(*reader, sha256)) strays.push_back(sha256);
        });
    }
    for (const domain::Sha256& sha256 : strays)
        if (const auto bytes = m_files.proven(sha256)) add(sha256, *bytes, {});
}

}  // namespace hub::media
