#include "core/actions/photos.h"

#include <algorithm>
#include <filesystem>

#include "core/actions/clocks_before.h"
#include "core/actions/rectification.h"
#include "core/actions/room.h"
#include "core/actions/transact.h"
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

constexpr std::uintmax_t roomForOne = 20'000'000;  // an original, its photo and its thumbnail

// Photos are refused before the space runs out in which records are saved.
base::Result<void> hasRoom(const std::string& mediaFolder)
{
    std::error_code error;
    fs::path existing = mediaFolder;
    while (!existing.empty() && !fs::exists(existing, error)) existing = existing.parent_path();
    const auto space = fs::space(existing.empty() ? fs::path(".") : existing, error);
    if (!error && space.available < static_cast<std::uintmax_t>(reserveBytes) + roomForOne)
        return base::fail("store.full", "未保存：存储空间不足，照片放不下了，请先同步并清理空间");
    return {};
}

base::Result<void> fitsLimits(const PhotoEntry& entry)
{
    if (entry.bytes <= 0) return base::fail("photo.empty", "照片是空的，请重拍");
    if (entry.bytes > static_cast<std::int64_t>(domain::limits::photoBytes) ||
        entry.thumbBytes > static_cast<std::int64_t>(domain::limits::thumbnailBytes))
        return base::fail("photo.too_large", "照片太大，请降低分辨率后重拍");
    return {};
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

base::Result<store::Shot> noteShot(Context& context, const std::string& mediaFolder,
                                   store::Shot shot)
{
    if (auto room = hasRoom(mediaFolder); !room) return tl::unexpected(room.error());
    return transact(context, [&]() -> base::Result<store::Shot> {
        store::Shots shots(context.db);
        shot.entry.id = {context.ids.next()};
        shots.add(shot);
        return shots.find(shot.entry.id).value();
    });
}

base::Result<PhotoEntry> enterShot(Context& context, const store::Shot& shot,
                                   const PhotoEntry& entry, std::int64_t originalBytes)
{
    auto entered = enterPhoto(context, {shot.target}, entry, originalBytes);
    if (!entered && entered.error().code == "finding.none") {
        PhotoEntry ofItem = entry;
        ofItem.finding = {};
        entered = enterPhoto(context, {shot.target}, ofItem, originalBytes);
    } else if (!entered && entered.error().code == "draft.unknown") {
        const auto after = enterAfterPhoto(context, {shot.target}, entry, originalBytes);
        if (after) entered = entry;
        // A task that is not known either: what was refused is the draft's photo.
        else if (after.error().code != "rectification.unknown")
            entered = tl::unexpected(after.error());
    }
    if (!entered) forgetShot(context, shot.entry.id);
    return entered;
}

base::Result<void> forgetShot(Context& context, const domain::PhotoId& id)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Shots(context.db).remove(id);
        return {};
    });
}

base::Result<PhotoEntry> enterPhoto(Context& context, const domain::InspectionId& draft,
                                    PhotoEntry entry, std::int64_t originalBytes)
{
    return transact(context, [&]() -> base::Result<PhotoEntry> {
        store::Drafts drafts(context.db);
        store::Identity identity(context.db);
        auto fits = fitsLimits(entry);
        if (fits) fits = fitsDraft(drafts, draft, entry);
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
        store::Shots(context.db).remove(entry.id);
        return entry;
    });
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
