#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "sync/protocol/rescue_file.h"

// Where a tablet keeps what it carries for others: DATA/carried/LOAD/, a file for each batch of
// records ("records-1", device and signature in its first two lines) and each photo
// ("<sha256>.<kind>"); ".refused" behind it when the hub refused it for good.
namespace client {

/// DATA/carried, beside DATA/media.
std::filesystem::path carriedFolder(const std::string& mediaFolder);

/// One rescue file being taken in: there whole and for good after keep(), or not at all.
class Load {
public:
    explicit Load(const std::string& mediaFolder);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    /// A batch or a photo. Fails with "store.io", "store.full".
    base::Result<void> put(const protocol::RescueEntry& entry);
    /// Of a load that is here already, what the hub had refused is tried again. Fails with
    /// "store.io".
    base::Result<void> keep();

private:
    base::Result<void> putFile(const std::string& name, const std::string& bytes);

    std::filesystem::path m_folder;
    std::string m_everything;  ///< hashes of what is in it: the same file gets the same name
    int m_batches = 0;
};

bool isRefused(const std::filesystem::path& file);
/// The hub refused it for good: it stays, and is not sent again.
void putRefused(const std::filesystem::path& file);

/// A batch as it was put; empty when the file cannot be read.
std::optional<protocol::RescueBatch> readBatch(const std::filesystem::path& file);

}  // namespace client
