#include "sync/hub/media/folder_syncs.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace hub::media {

namespace {
/// 0, or what errno says.
int syncNow(const std::filesystem::path& folder)
{
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return errno;
    const int why = ::fsync(opened) == 0 ? 0 : errno;
    ::close(opened);
    return why;
}
}  // namespace

void FolderSyncs::sync(const std::filesystem::path& path)
{
    std::unique_lock lock(m_mutex);
    Folder& folder = m_folders[path];
    const std::uint64_t wanted = folder.begun + 1;  // one that is running may have missed the name
    while (folder.ended < wanted) {
        if (folder.running) {
            folder.changed.wait(lock);
            continue;
        }
        folder.running = true;
        const std::uint64_t mine = ++folder.begun;
        lock.unlock();
        const int why = syncNow(path);
        lock.lock();
        folder.running = false;
        folder.ended = mine;
        if (why != 0) {
            folder.failed = mine;
            folder.why = why;
        }
        folder.changed.notify_all();
    }
    if (folder.failed >= wanted)
        throw std::system_error(folder.why, std::generic_category(), path.string());
}

}  // namespace hub::media
