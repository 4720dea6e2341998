#include "app/viewmodels/rectification_reader.h"

#include "app/viewmodels/words.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {
/// The large picture where it is here, otherwise the small one, otherwise an empty address.
QUrl urlOf(const store::Media& media, const std::string& folder, const domain::PhotoEntry& photo)
{
    for (const domain::Sha256& sha256 : {photo.sha256, photo.thumbSha256}) {
        const auto file = sha256.empty() ? std::nullopt : media.find(sha256);
        if (file && !file->deleted && file->state != store::MediaState::missing)
            return QUrl::fromLocalFile(text(folder + "/" + store::mediaPath(sha256, file->kind)));
    }
    return {};
}

QList<QUrl> urlsOf(const store::Media& media, const std::string& folder,
                   const std::vector<domain::PhotoEntry>& photos)
{
    QList<QUrl> urls;
    for (const domain::PhotoEntry& photo : photos) urls.push_back(urlOf(media, folder, photo));
    return urls;
}
}  // namespace

std::optional<RectificationSheet> readRectification(SQLite::Database& db,
                                                    const domain::FindingId& finding,
                                                    const std::string& mediaFolder)
{
    const store::Rectifications rectifications(db);
    const store::Reference reference(db);
    const store::Records records(db);
    const store::Media media(db);
    auto task = rectifications.find(finding);
    if (!task) return {};
    RectificationSheet sheet;
    sheet.task = std::move(*task);
    sheet.villageName = reference.regionName(sheet.task.notice.village);
    sheet.before = urlsOf(media, mediaFolder, sheet.task.notice.before);
    sheet.steps = rectifications.steps(finding);
    std::vector<domain::PhotoEntry> after;
    for (const store::RectificationStepRow& row : sheet.steps) {
        const auto person = reference.person(row.step.by);
        sheet.whose.push_back(person ? person->name : row.step.by.value);
        if (!row.refused && !row.step.photos.empty()) after = row.step.photos;
    }
    sheet.reported = static_cast<int>(after.size());
    for (const domain::PhotoEntry& photo : after)
        sheet.onHub += records.isOnHub(photo.sha256) ? 1 : 0;
    const auto drafted = rectifications.draftPhotos(finding);
    sheet.drafted = static_cast<int>(drafted.size());
    sheet.after = urlsOf(media, mediaFolder, drafted.empty() ? after : drafted);
    return sheet;
}

}  // namespace viewmodels
