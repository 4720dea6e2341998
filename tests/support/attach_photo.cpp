#include "tests/support/attach_photo.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string_view>

#include "core/actions/files.h"
#include "core/crypto/hash.h"
#include "core/store/media.h"
#include "tests/support/file_text.h"

namespace support {

namespace {
namespace fs = std::filesystem;

bool syncFolder(const fs::path& folder)
{
    const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;
    if (file >= 0) close(file);
    return synced;
}

bool makeFolder(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error)) return true;
    return makeFolder(folder.parent_path()) && fs::create_directory(folder, error) &&
           syncFolder(folder.parent_path());
}

bool writeSynced(const fs::path& path, std::string_view bytes)
{
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    while (!bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written <= 0) break;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    const bool synced = bytes.empty() && fsync(file) == 0;
    close(file);
    return synced;
}

/// As durable as what the app's photo processor keeps: a power cut after it takes nothing.
base::Result<domain::Sha256> put(const std::string& mediaFolder, const std::string& bytes,
                                 store::MediaKind kind)
{
    const domain::Sha256 sha256{crypto::sha256(bytes)};
    const fs::path path = mediaFolder + "/" + store::mediaPath(sha256, kind);
    std::error_code ignored;
    if (fs::exists(path, ignored)) return sha256;
    const fs::path part = path.string() + actions::temporaryEnding;
    if (makeFolder(path.parent_path()) && writeSynced(part, bytes) &&
        rename(part.c_str(), path.c_str()) == 0 && syncFolder(path.parent_path()))
        return sha256;
    fs::remove(part, ignored);
    return base::fail("store.full", "未保存：存储空间已满，请先清理空间再试", path.string());
}
}  // namespace

base::Result<domain::PhotoEntry> attachPhoto(actions::Context& context,
                                             const std::string& mediaFolder,
                                             const domain::InspectionId& draft,
                                             const CapturedPhoto& photo)
{
    domain::PhotoEntry entry;
    entry.id = {context.ids.next()};
    entry.bytes = static_cast<std::int64_t>(photo.jpeg.size());
    entry.thumbBytes = static_cast<std::int64_t>(photo.thumbnail.size());
    entry.widthPx = photo.widthPx;
    entry.heightPx = photo.heightPx;
    entry.itemCode = photo.itemCode;
    entry.finding = photo.finding;
    entry.source = photo.source;
    entry.clocks = photo.clocks;
    entry.fix = photo.fix;
    const std::string original = photo.originalPath.empty() ? "" : fileText(photo.originalPath);
    const std::tuple<const std::string&, store::MediaKind, domain::Sha256&> files[] = {
        {photo.jpeg, store::MediaKind::photo, entry.sha256},
        {photo.thumbnail, store::MediaKind::thumb, entry.thumbSha256},
        {original, store::MediaKind::original, entry.originalSha256}};
    for (const auto& [bytes, kind, name] : files) {
        if (bytes.empty()) continue;
        const auto written = put(mediaFolder, bytes, kind);
        if (!written) return tl::unexpected(written.error());
        name = *written;
    }
    return actions::enterPhoto(context, draft, entry, static_cast<std::int64_t>(original.size()));
}

}  // namespace support
