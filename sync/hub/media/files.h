#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "core/domain/ids.h"
#include "sync/hub/media/folder_syncs.h"

namespace hub::media {

/// An open file of an upload that is under way. Throws std::system_error when the disk fails or is
/// full; what was written before is still there.
class PartialFile {
public:
    explicit PartialFile(const std::filesystem::path& path);
    ~PartialFile();
    PartialFile(PartialFile&& other) noexcept;
    PartialFile& operator=(PartialFile&& other) noexcept;

    std::int64_t bytes() const;
    void write(std::int64_t at, std::span<const std::byte> piece);
    /// Fills the piece from `at`; false when the file ends before.
    bool read(std::int64_t at, std::span<std::byte> piece) const;
    /// Drops what is beyond; nothing to do when it is no longer than that.
    void cutTo(std::int64_t bytes);
    /// Returns when the bytes survive a power cut. After a failure they may be gone: the upload
    /// must be dropped.
    void sync();
    /// Of what is synced the kernel keeps no copy, and what is read next comes from the disk: after
    /// a failed sync of another process its copy may be of bytes that never got there.
    void forgetCached() const;

private:
    int m_file;
};

/// The folder of media: whole files as whole/<sha256>, in one folder so that its syncs can be
/// shared, uploads under way as partial/<id>. Safe from any thread.
class Files {
public:
    /// Makes the folders that are missing; they last when it returns.
    explicit Files(std::filesystem::path folder);

    PartialFile openPartial(const std::string& id) const;
    void removePartial(const std::string& id) const;
    /// Gives a partial file its lasting name; returns when bytes and name survive a power cut. A
    /// file of that name is replaced: it has the same bytes or is a leftover without a row.
    void publish(PartialFile& file, const std::string& id, const domain::Sha256& sha256) const;
    std::filesystem::path whole(const domain::Sha256& sha256) const;
    std::set<std::string> partials() const;
    /// Calls back with the name of each whole file; the names last.
    void eachWhole(const std::function<void(const domain::Sha256&)>& found) const;
    /// Its size when the file has the bytes that its name says, and then it lasts; none when it
    /// has others. Throws std::system_error when it cannot be read.
    std::optional<std::int64_t> proven(const domain::Sha256& sha256) const;

    /// A mark in the folder, for whole files that may have no row in the database. It lasts when
    /// set.
    bool unentered() const;
    void setUnentered(bool set) const;

private:
    std::filesystem::path partial(const std::string& id) const;

    std::filesystem::path m_folder;
    std::shared_ptr<FolderSyncs> m_syncs;
};

}  // namespace hub::media
