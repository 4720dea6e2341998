#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/base/uuid.h"

namespace hub {

/// Makes an empty hub for a county in a new or empty folder. Fails with "hub.exists" when there is
/// one already, "hub.county" for an empty or overlong name, "file.unwritable".
base::Result<void> initFolder(const std::filesystem::path& data, const std::string& county,
                              const base::RandomBytes& random);

/// 16 random bytes in hex.
std::string newEpoch(const base::RandomBytes& random);

/// Held by the one process that serves a folder; commands that must not run beside it ask for it
/// too. Given back when it goes out of scope or the process ends, however it ends.
class FolderLock {
public:
    /// Fails with "hub.running" when another process has it.
    static base::Result<FolderLock> take(const std::filesystem::path& data);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

}  // namespace hub
