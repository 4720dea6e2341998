#include "app/viewmodels/review_sheet.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/viewmodels/change_words.h"
#include "app/viewmodels/read_score.h"
#include "app/viewmodels/read_watermark.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

bool isThere(const std::string& mediaFolder, const domain::Sha256& sha256, store::MediaKind kind)
{
    std::error_code ignored;
    return !sha256.empty() &&
           std::filesystem::exists(mediaFolder + "/" + store::mediaPath(sha256, kind), ignored);
}

std::vector<PhotoFiles> filesOf(const domain::Inspection& inspection,
                                const std::string& mediaFolder)
{
    std::vector<PhotoFiles> files;
    files.reserve(inspection.photos.size());
    for (const domain::PhotoEntry& photo : inspection.photos)
        files.push_back({isThere(mediaFolder, photo.thumbSha256, store::MediaKind::thumb),
                         isThere(mediaFolder, photo.sha256, store::MediaKind::photo)});
    return files;
}

int photoCountOf(const domain::Inspection& inspection, const std::string& itemCode)
{
    return static_cast<int>(
        std::ranges::count(inspection.photos, itemCode, &domain::PhotoEntry::itemCode));
}

std::map<std::string, scoring::ItemScore> itemScores(const domain::Checklist& sheet,
                                                     const domain::Inspection& inspection)
{
    std::map<std::string, scoring::ItemScore> items;
    scoring::Score score = scoring::scoreOf(sheet, inspection.profile, inspection.answers);
    for (scoring::SectionScore& section : score.sections)
        for (scoring::ItemScore& item : section.items) items[item.code] = std::move(item);
    return items;
}

domain::AnswerState stateIn(const domain::Inspection& inspection, const std::string& itemCode)
{
    const auto answer = std::ranges::find(inspection.answers, itemCode, &domain::Answer::itemCode);
    return answer == inspection.answers.end() ? domain::AnswerState::unanswered : answer->state;
}

bool said(ItemChange& change, const QStringList& details)
{
    for (const QString& detail : details) change.details.push_back(detail.toStdString());
    return !details.isEmpty();
}

std::optional<RefusedDecision> refusedOf(SQLite::Database& db,
                                         const store::InspectionHistory& history)
{
    std::optional<RefusedDecision> refused;
    for (const store::ReviewRow& row : history.reviews) {
        if (row.review.revision != history.head.revision || !row.refused) continue;
        const bool madeUp = std::ranges::any_of(history.reviews, [&](const auto& later) {
            return !later.refused && later.review.revision == row.review.revision &&
                   later.review.reviewer == row.review.reviewer &&
                   later.createdAtMs >= row.createdAtMs;
        });
        const auto entry = store::Outbox(db).find(row.record);
        if (entry && !madeUp)
            refused = RefusedDecision{entry->errorCode, entry->errorMessage, entry->other};
    }
    return refused;
}

}  // namespace

std::optional<ReviewSheet> readReviewSheet(SQLite::Database& db, const domain::InspectionId& id,
                                           const std::string& mediaFolder)
{
    const store::Records records(db);
    const store::Reference reference(db);
    std::optional<store::InspectionHistory> history = records.history(id);
    if (!history || history->revisions.empty()) return std::nullopt;
    const domain::Inspection& newest = history->revisions.back().inspection;
    const auto sheet = reference.checklist(newest.checklist.kind, newest.checklist.version);
    if (!sheet) return std::nullopt;

    ReviewSheet read;
    read.sheet = *sheet;
    if (const auto campaign = reference.campaign(newest.campaign)) read.capture = campaign->capture;
    read.village.code = newest.village;
    if (const auto village = reference.region(newest.village)) read.village = *village;
    read.watermark = readWatermarkFacts(db, newest, *sheet);
    read.chainFaults = evidence::faultsOf(newest);
    read.townName = reference.regionName(domain::townOf(newest.village));
    read.inspectorName = reference.personName(newest.inspector);
    for (const store::ReviewRow& review : history->reviews)
        read.reviewerNames.push_back(reference.personName(review.review.reviewer));
    read.refused = refusedOf(db, *history);
    read.score = scoring::scoreOf(*sheet, newest.profile, newest.answers,
                                  adjustmentsOf(*history, newest.revision));
    read.problems = scoring::problemsOf(*sheet, newest);
    read.files = filesOf(newest, mediaFolder);
    read.lastTime = records.before(newest);
    if (read.lastTime) read.lastFiles = filesOf(*read.lastTime, mediaFolder);
    read.photosOnHub = history->head.photosOnHub;
    read.history = std::move(*history);
    return read;
}

std::vector<ItemChange> changesBetween(const domain::Checklist& sheet,
                                       const domain::Inspection& older,
                                       const domain::Inspection& newer)
{
    std::map<std::string, scoring::ItemScore> before = itemScores(sheet, older);
    std::map<std::string, scoring::ItemScore> after = itemScores(sheet, newer);
    std::vector<ItemChange> changes;
    if (ItemChange whole; said(whole, ChangeWords::ofTheWhole(older, newer)))
        changes.push_back(std::move(whole));
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items) {
            ItemChange change;
            change.itemCode = item.code;
            change.title = item.title;
            change.oldState = stateIn(older, item.code);
            change.newState = stateIn(newer, item.code);
            change.oldPoints = before[item.code].points;
            change.newPoints = after[item.code].points;
            change.oldFindings = before[item.code].findings;
            change.newFindings = after[item.code].findings;
            change.oldPhotos = photoCountOf(older, item.code);
            change.newPhotos = photoCountOf(newer, item.code);
            if (said(change, ChangeWords::of(item, older, newer)) ||
                change.oldState != change.newState || change.oldPoints != change.newPoints ||
                change.oldFindings != change.newFindings || change.oldPhotos != change.newPhotos)
                changes.push_back(std::move(change));
        }
    return changes;
}

}  // namespace viewmodels
