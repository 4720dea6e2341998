#include "core/actions/photos.h"

#include <algorithm>
#include <filesystem>

#include "core/actions/clocks_before.h"
#include "core/actions/files.h"
#include "core/actions/pending_photo.h"
#include "core/actions/room.h"
#include "core/actions/transact.h"
#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "core/evidence/seal.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/media.h"

namespace actions {

namespace {
namespace fs = std::filesystem;
using domain::PhotoEntry;
using store::MediaKind;

base::Result<void> examine(const CapturedPhoto& photo)
{
    if (photo.jpeg.empty()) return base::fail("photo.empty", "照片是空的，请重拍");
    if (photo.jpeg.size() > domain::limits::photoBytes ||
        photo.thumbnail.size() > domain::limits::thumbnailBytes)
        return base::fail("photo.too_large", "照片太大，请降低分辨率后重拍");
    return {};
}

// Photos are refused before the space runs out in which records are saved.
base::Result<void> hasRoom(const std::string& mediaFolder, const CapturedPhoto& photo)
{
    std::error_code error;
    fs::path existing = mediaFolder;
    while (!existing.empty() && !fs::exists(existing, error)) existing = existing.parent_path();
    const auto space = fs::space(existing.empty() ? fs::path(".") : existing, error);
    const auto wanted =
        static_cast<std::uintmax_t>(reserveBytes) + photo.jpeg.size() + photo.thumbnail.size();
    if (!error && space.available < wanted)
        return base::fail("store.full", "未保存：存储空间不足，照片放不下了，请先同步并清理空间");
    return {};
}

// Files of this photo that were not there before, to be taken away again when it cannot be entered.
struct Written {
    std::vector<std::string> paths;
    bool kept = false;
    ~Written()
    {
        std::error_code ignored;
        if (!kept)
            for (const std::string& path : paths) fs::remove(path, ignored);
    }
};

base::Result<void> putFile(Written& written, const std::string& path, const CapturedPhoto& photo,
                           MediaKind kind)
{
    if (fs::exists(path)) return {};
    auto put = kind == MediaKind::original
                   ? copyDurably(photo.originalPath, path)
                   : writeDurably(path, kind == MediaKind::photo ? photo.jpeg : photo.thumbnail);
    if (put) written.paths.push_back(path);
    return put;
}

base::Result<PhotoEntry> entryOf(Context& context, const CapturedPhoto& photo)
{
    PhotoEntry entry;
    entry.id = {context.ids.next()};
    entry.sha256 = {crypto::sha256(photo.jpeg)};
    entry.bytes = static_cast<std::int64_t>(photo.jpeg.size());
    entry.widthPx = photo.widthPx;
    entry.heightPx = photo.heightPx;
    if (!photo.thumbnail.empty()) {
        entry.thumbSha256 = {crypto::sha256(photo.thumbnail)};
        entry.thumbBytes = static_cast<std::int64_t>(photo.thumbnail.size());
    }
    if (!photo.originalPath.empty()) {
        const auto original = crypto::sha256OfFile(photo.originalPath);
        if (!original) return tl::unexpected(original.error());
        entry.originalSha256 = {original->sha256};
    }
    entry.itemCode = photo.itemCode;
    entry.finding = photo.finding;
    entry.source = photo.source;
    entry.clocks = photo.clocks;
    entry.fix = photo.fix;
    return entry;
}

base::Result<void> fitsDraft(store::Drafts& drafts, const domain::InspectionId& draft,
                             const PhotoEntry& entry)
{
    if (!drafts.exists(draft)) return draftUnknown();
    const auto photos = drafts.photos(draft);
    const auto listed =
        std::ranges::count_if(photos, [](const auto& photo) { return !photo.removed; });
    if (static_cast<std::size_t>(listed) >= domain::limits::photosPerInspection)
        return base::fail("photo.too_many", "一次检查最多 300 张照片");
    if (entry.itemCode.empty()) return {};
    const auto answer = drafts.answer(draft, entry.itemCode);
    if (!answer)
        return base::fail("item.unknown", "评分表没有这一项，请返回重新打开", entry.itemCode);
    if (!entry.finding.empty() && std::ranges::find(answer->findings, entry.finding,
                                                    &domain::Finding::id) == answer->findings.end())
        return base::fail("finding.none", "这一处问题已不在，照片未保存");
    return {};
}

void addFile(Context& context, const domain::InspectionId& draft, const domain::Sha256& sha256,
             MediaKind kind, std::int64_t bytes)
{
    if (sha256.empty()) return;
    store::MediaItem item;
    item.sha256 = sha256;
    item.kind = kind;
    item.bytes = bytes;
    item.inspection = draft;
    item.createdAtMs = context.clock.wallMs();
    // Originals are sent only where a campaign asks for them; submitting decides.
    if (kind == MediaKind::original) item.state = store::MediaState::kept;
    store::Media(context.db).add(item);
}
}  // namespace

base::Result<PhotoEntry> enterPhoto(Context& context, const domain::InspectionId& draft,
                                    PhotoEntry entry, std::int64_t originalBytes)
{
    return transact(context, [&]() -> base::Result<PhotoEntry> {
        store::Drafts drafts(context.db);
        store::Identity identity(context.db);
        const auto fits = fitsDraft(drafts, draft, entry);
        if (!fits) return tl::unexpected(fits.error());
        entry.previousLink = identity.lastPhotoLink();
        entry.clocks.doubtful |= evidence::isTimeDoubtful(entry.clocks, clocksBefore(context));
        entry.link = evidence::linkOf(entry);
        identity.putLastPhoto(entry, evidence::satellitesConfirm(entry.clocks));
        drafts.insertPhoto(draft, entry);
        drafts.pushUndo(draft, {0, "attachPhoto", {}, {entry.id}});
        addFile(context, draft, entry.sha256, MediaKind::photo, entry.bytes);
        addFile(context, draft, entry.thumbSha256, MediaKind::thumb, entry.thumbBytes);
        addFile(context, draft, entry.originalSha256, MediaKind::original, originalBytes);
        return entry;
    });
}

base::Result<PhotoEntry> attachPhoto(Context& context, const std::string& mediaFolder,
                                     const domain::InspectionId& draft, const CapturedPhoto& photo)
{
    const auto examined = examine(photo);
    if (!examined) return tl::unexpected(examined.error());
    const auto room = hasRoom(mediaFolder, photo);
    if (!room) return tl::unexpected(room.error());
    const auto entry = entryOf(context, photo);
    if (!entry) return tl::unexpected(entry.error());
    Written written;
    const auto put = [&](const domain::Sha256& sha256, MediaKind kind) -> base::Result<void> {
        if (sha256.empty()) return {};
        return putFile(written, mediaFolder + "/" + store::mediaPath(sha256, kind), photo, kind);
    };
    std::error_code ignored;
    const std::int64_t originalBytes =
        photo.originalPath.empty()
            ? 0
            : static_cast<std::int64_t>(fs::file_size(photo.originalPath, ignored));
    auto saved = put(entry->sha256, MediaKind::photo);
    if (saved) saved = put(entry->thumbSha256, MediaKind::thumb);
    if (saved) saved = put(entry->originalSha256, MediaKind::original);
    const std::string note = pendingPath(mediaFolder, entry->id);
    if (saved) saved = writeDurably(note, pendingText({draft, *entry, originalBytes}));
    if (!saved) return tl::unexpected(saved.error());
    written.paths.push_back(note);
    const auto entered = enterPhoto(context, draft, *entry, originalBytes);
    if (entered) {
        written.kept = true;
        fs::remove(note, ignored);
    }
    return entered;
}

base::Result<void> removePhoto(Context& context, const domain::InspectionId& draft,
                               const domain::PhotoId& id)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        const auto photo = drafts.photo(id);
        if (!photo || photo->inspection != draft || photo->removed)
            return base::fail("photo.unknown", "这张照片已不在这份检查里");
        drafts.turnOverRemoved(id);
        drafts.pushUndo(draft, {0, "removePhoto", {}, {id}});
        return {};
    });
}

base::Result<void> putDrawing(Context& context, const domain::InspectionId& draft,
                              const domain::PhotoDrawing& drawing)
{
    if (auto problem = domain::problemOf(drawing)) return tl::unexpected(std::move(*problem));
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        const auto photo = drafts.photo(drawing.photo);
        if (!photo || photo->inspection != draft || photo->removed)
            return base::fail("photo.unknown", "这张照片已不在这份检查里");
        drafts.putDrawing(draft, drawing, context.clock.wallMs());
        return {};
    });
}

}  // namespace actions
