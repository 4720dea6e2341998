#include "tests/support/attach_photo.h"

#include <filesystem>
#include <fstream>

#include "core/crypto/hash.h"
#include "core/store/media.h"
#include "tests/support/file_text.h"

namespace support {

namespace {
base::Result<domain::Sha256> put(const std::string& mediaFolder, const std::string& bytes,
                                 store::MediaKind kind)
{
    const domain::Sha256 sha256{crypto::sha256(bytes)};
    const std::filesystem::path path = mediaFolder + "/" + store::mediaPath(sha256, kind);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes << std::flush;
    if (file) return sha256;
    std::filesystem::remove(path);
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
