#include "sync/hub/media/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "sync/protocol/fields.h"

namespace hub::media {
namespace {

[[noreturn]] void fail(const std::string& what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

PartialFile::PartialFile(const std::filesystem::path& path)
    : m_file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640))
{
    if (m_file < 0) fail(path.string());
}

PartialFile::~PartialFile()
{
    if (m_file >= 0) ::close(m_file);
}

PartialFile::PartialFile(PartialFile&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

PartialFile& PartialFile::operator=(PartialFile&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

std::int64_t PartialFile::bytes() const
{
    struct stat status = {};
    if (::fstat(m_file, &status) != 0) fail("fstat");
    return status.st_size;
}

void PartialFile::write(std::int64_t at, std::span<const std::byte> piece)
{
    while (!piece.empty()) {
        const ssize_t written = ::pwrite(m_file, piece.data(), piece.size(), at);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("pwrite");
        piece = piece.subspan(static_cast<std::size_t>(written));
        at += written;
    }
}

bool PartialFile::read(std::int64_t at, std::span<std::byte> piece) const
{
    while (!piece.empty()) {
        const ssize_t got = ::pread(m_file, piece.data(), piece.size(), at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("pread");
        if (got == 0) return false;
        piece = piece.subspan(static_cast<std::size_t>(got));
        at += got;
    }
    return true;
}

void PartialFile::cutTo(std::int64_t bytes)
{
    if (this->bytes() > bytes && ::ftruncate(m_file, bytes) != 0) fail("ftruncate");
}

void PartialFile::sync()
{
    if (::fdatasync(m_file) != 0) fail("fdatasync");
}

void PartialFile::forgetCached() const
{
    ::posix_fadvise(m_file, 0, 0, POSIX_FADV_DONTNEED);
}

Files::Files(std::filesystem::path folder)
    : m_folder(std::move(folder)), m_syncs(std::make_shared<FolderSyncs>())
{
    std::filesystem::create_directories(m_folder / "partial");
    std::filesystem::create_directories(m_folder / "whole");
    m_syncs->sync(m_folder);
    m_syncs->sync(m_folder.parent_path());
}

PartialFile Files::openPartial(const std::string& id) const
{
    return PartialFile(partial(id));
}

void Files::removePartial(const std::string& id) const
{
    if (::unlink(partial(id).c_str()) != 0 && errno != ENOENT) fail(partial(id).string());
}

// Named first, the file's sync carries its name too and the folder's has little left to do. Not
// over another file: that one may be acknowledged, and what takes its place must be synced before.
void Files::publish(PartialFile& file, const std::string& id, const domain::Sha256& sha256) const
{
    const std::filesystem::path from = partial(id);
    const std::filesystem::path target = whole(sha256);
    const bool named =
        ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0;
    file.sync();
    // A photo is seldom looked at soon and would push the database out of memory; its thumbnail
    // goes to every reviewer.
    if (file.bytes() > std::int64_t{domain::limits::thumbnailBytes}) file.forgetCached();
    if (!named && ::rename(from.c_str(), target.c_str()) != 0) fail(target.string());
    m_syncs->sync(target.parent_path());
}

std::filesystem::path Files::whole(const domain::Sha256& sha256) const
{
    return m_folder / "whole" / sha256.value;
}

std::filesystem::path Files::partial(const std::string& id) const
{
    return m_folder / "partial" / id;
}

std::set<std::string> Files::partials() const
{
    std::set<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "partial"))
        ids.insert(entry.path().filename().string());
    return ids;
}

void Files::eachWhole(const std::function<void(const domain::Sha256&)>& found) const
{
    m_syncs->sync(m_folder / "whole");
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "whole")) {
        const std::string name = entry.path().filename().string();
        if (protocol::isSha256(name)) found({name});
    }
}

std::optional<std::int64_t> Files::proven(const domain::Sha256& sha256) const
{
    {
        PartialFile file(whole(sha256));
        file.sync();
        file.forgetCached();
    }
    const auto found = crypto::sha256OfFile(whole(sha256).string());
    if (!found) throw std::system_error(EIO, std::generic_category(), found.error().message);
    return found->sha256 == sha256.value ? std::optional(found->bytes) : std::nullopt;
}

bool Files::unentered() const
{
    return std::filesystem::exists(m_folder / "unentered");
}

void Files::setUnentered(bool set) const
{
    const std::filesystem::path mark = m_folder / "unentered";
    if (set)
        PartialFile(mark).sync();
    else if (::unlink(mark.c_str()) != 0 && errno != ENOENT)
        fail(mark.string());
    m_syncs->sync(m_folder);
}

}  // namespace hub::media
