#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>

namespace hub::media {

/// Syncs folders for many threads. Those who come while a folder is being synced wait for its next
/// sync and share that one, so that a busy folder costs far fewer than one each.
class FolderSyncs {
public:
    /// Returns when all names that were in the folder before the call survive a power cut. Throws
    /// std::system_error when they may not.
    void sync(const std::filesystem::path& folder);

private:
    struct Folder {
        bool running = false;
        std::uint64_t begun = 0;
        std::uint64_t ended = 0;
        std::uint64_t failed = 0;  ///< the newest that failed, and why
        int why = 0;
        std::condition_variable changed = {};
    };

    std::mutex m_mutex;
    std::map<std::filesystem::path, Folder> m_folders;
};

}  // namespace hub::media
