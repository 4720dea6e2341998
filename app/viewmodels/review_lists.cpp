#include "app/viewmodels/review_lists.h"

#include <QUrl>
#include <algorithm>
#include <tuple>

#include "app/viewmodels/photo_list_model.h"
#include "app/viewmodels/photo_overlay.h"
#include "app/viewmodels/today_list.h"
#include "core/store/media.h"

namespace viewmodels {

namespace {

using Item = ReviewItemRow;
using Photo = ReviewPhotoRow;
using Event = ReviewEventRow;

constexpr Column<Item> reviewItemColumns[] = {
    {"itemCode", [](const Item& row) -> QVariant { return text(row.code); }},
    {"title", [](const Item& row) -> QVariant { return text(row.title); }},
    {"answerState", [](const Item& row) -> QVariant { return QVariant::fromValue(row.state); }},
    {"maximum", [](const Item& row) -> QVariant { return text(row.maximum); }},
    {"points", [](const Item& row) -> QVariant { return text(row.points); }},
    {"lost", [](const Item& row) -> QVariant { return text(row.lost); }},
    {"findings", [](const Item& row) -> QVariant { return row.findings; }},
    {"photos", [](const Item& row) -> QVariant { return row.photos; }},
    {"evidenceMissing", [](const Item& row) -> QVariant { return row.evidenceMissing; }},
    {"veto", [](const Item& row) -> QVariant { return row.veto; }},
    {"adjusted", [](const Item& row) -> QVariant { return row.adjusted; }},
    {"comment", [](const Item& row) -> QVariant { return text(row.comment); }},
    {"current", [](const Item& row) -> QVariant { return row.current; }},
};

double accuracyOf(const Photo& row)
{
    return row.entry.fix ? row.entry.fix->accuracyM : -1;
}

constexpr Column<Photo> photoColumns[] = {
    {"photoId", [](const Photo& row) -> QVariant { return text(row.entry.id.value); }},
    {"thumbUrl", [](const Photo& row) -> QVariant { return QUrl(row.thumb); }},
    {"fullUrl", [](const Photo& row) -> QVariant { return QUrl(row.full); }},
    {"hasThumb", [](const Photo& row) -> QVariant { return !row.thumb.isEmpty(); }},
    {"hasFull", [](const Photo& row) -> QVariant { return !row.full.isEmpty(); }},
    {"marks", [](const Photo& row) { return QVariant::fromValue(ShownMarks{row.marks}); }},
    {"badge", [](const Photo& row) -> QVariant { return badgeOf(row.entry); }},
    {"takenAt", [](const Photo& row) -> QVariant { return takenAt(row.entry.clocks); }},
    {"accuracyM", [](const Photo& row) -> QVariant { return accuracyOf(row); }},
    {"distanceM", [](const Photo& row) -> QVariant { return row.distanceM; }},
    {"timeDoubtful", [](const Photo& row) -> QVariant { return row.entry.clocks.doubtful; }},
    {"fromGallery",
     [](const Photo& row) -> QVariant { return row.entry.source == domain::PhotoSource::gallery; }},
    {"mocked", [](const Photo& row) -> QVariant { return row.entry.fix && row.entry.fix->mock; }},
};

constexpr Column<Event> eventColumns[] = {
    {"isDecision", [](const Event& row) -> QVariant { return row.isDecision; }},
    {"decision", [](const Event& row) -> QVariant { return row.decision; }},
    {"refused", [](const Event& row) -> QVariant { return row.refused; }},
    {"revision", [](const Event& row) -> QVariant { return row.revision; }},
    {"who", [](const Event& row) -> QVariant { return text(row.who); }},
    {"comment", [](const Event& row) -> QVariant { return text(row.comment); }},
    {"atMs", [](const Event& row) -> QVariant { return static_cast<double>(row.atMs); }},
    {"changes", [](const Event& row) -> QVariant { return row.changes; }},
};

constexpr Column<ReviewChangeRow> changeColumns[] = {
    {"itemCode", [](const ReviewChangeRow& row) -> QVariant { return text(row.change.itemCode); }},
    {"title", [](const ReviewChangeRow& row) -> QVariant { return text(row.change.title); }},
    {"oldPoints",
     [](const ReviewChangeRow& row) -> QVariant { return text(row.change.oldPoints); }},
    {"newPoints",
     [](const ReviewChangeRow& row) -> QVariant { return text(row.change.newPoints); }},
    {"oldFindings", [](const ReviewChangeRow& row) -> QVariant { return row.change.oldFindings; }},
    {"newFindings", [](const ReviewChangeRow& row) -> QVariant { return row.change.newFindings; }},
    {"oldPhotos", [](const ReviewChangeRow& row) -> QVariant { return row.change.oldPhotos; }},
    {"newPhotos", [](const ReviewChangeRow& row) -> QVariant { return row.change.newPhotos; }},
    {"details",
     [](const ReviewChangeRow& row) -> QVariant {
         QStringList details;
         for (const std::string& detail : row.change.details) details.append(text(detail));
         return details;
     }},
    {"decided", [](const ReviewChangeRow& row) -> QVariant { return row.decided; }},
    {"revision", [](const ReviewChangeRow& row) -> QVariant { return row.revision; }},
    {"who", [](const ReviewChangeRow& row) -> QVariant { return text(row.who); }},
    {"why", [](const ReviewChangeRow& row) -> QVariant { return text(row.why); }},
    {"atMs", [](const ReviewChangeRow& row) -> QVariant { return static_cast<double>(row.atMs); }},
    {"first", [](const ReviewChangeRow& row) -> QVariant { return row.first; }},
    {"oldState",
     [](const ReviewChangeRow& row) -> QVariant {
         return QVariant::fromValue(stateOf(row.change.oldState));
     }},
    {"newState",
     [](const ReviewChangeRow& row) -> QVariant {
         return QVariant::fromValue(stateOf(row.change.newState));
     }},
};

QString mediaUrl(const QString& folder, const domain::Sha256& sha256, store::MediaKind kind)
{
    return QUrl::fromLocalFile(folder + QLatin1Char('/') + text(store::mediaPath(sha256, kind)))
        .toString();
}

bool isEvidence(const scoring::EvidenceProblem& problem)
{
    return problem.problem >= scoring::Problem::photoMissing &&
           problem.problem != scoring::Problem::ledgerPhotoAdvised;
}

Item itemRow(const scoring::ItemScore& score, const ReviewSheet& sheet)
{
    Item row;
    row.code = score.code;
    row.title = score.title;
    row.maximum = base::toText(score.max);
    row.points = base::toText(score.points);
    const base::Points lost = score.max - score.points;
    const bool applies = score.state != scoring::ItemState::notApplicable &&
                         score.state != scoring::ItemState::notInProfile;
    if (applies && lost.hundredths > 0) row.lost = base::toText(lost);
    row.findings = score.findings;
    row.adjusted = score.adjustment.has_value();
    const domain::Inspection& inspection = sheet.inspection();
    const auto said = std::ranges::find(inspection.answers, score.code, &domain::Answer::itemCode);
    if (said != inspection.answers.end()) row.state = stateOf(said->state);
    row.photos = static_cast<int>(
        std::ranges::count(inspection.photos, score.code, &domain::PhotoEntry::itemCode));
    row.evidenceMissing = static_cast<int>(
        std::ranges::count_if(sheet.problems, [&](const scoring::EvidenceProblem& problem) {
            return problem.itemCode == score.code && isEvidence(problem);
        }));
    row.veto = std::ranges::count(sheet.score.vetoes, score.code, &scoring::Veto::itemCode) > 0;
    return row;
}

}  // namespace

ReviewItemListModel::ReviewItemListModel(QObject* parent) : RowsModel(reviewItemColumns, parent) {}
ReviewPhotoListModel::ReviewPhotoListModel(QObject* parent) : RowsModel(photoColumns, parent) {}
ReviewEventListModel::ReviewEventListModel(QObject* parent) : RowsModel(eventColumns, parent) {}
ReviewChangeListModel::ReviewChangeListModel(QObject* parent) : RowsModel(changeColumns, parent) {}

std::vector<ReviewItemRow> reviewItems(const ReviewSheet& sheet)
{
    struct Weighed {
        Item row;
        base::Points lost;
    };
    std::vector<Weighed> weighed;
    for (const scoring::SectionScore& section : sheet.score.sections)
        for (const scoring::ItemScore& item : section.items) {
            Item row = itemRow(item, sheet);
            const base::Points lost = row.lost.empty() ? base::Points{} : item.max - item.points;
            weighed.push_back({std::move(row), lost});
        }
    std::ranges::stable_sort(weighed, [](const Weighed& a, const Weighed& b) {
        return std::tuple(!a.row.veto, -a.lost, a.row.evidenceMissing == 0, a.row.findings == 0) <
               std::tuple(!b.row.veto, -b.lost, b.row.evidenceMissing == 0, b.row.findings == 0);
    });
    std::vector<Item> rows;
    for (Weighed& one : weighed) rows.push_back(std::move(one.row));
    return rows;
}

std::vector<ReviewPhotoRow> reviewPhotos(const domain::Inspection& inspection,
                                         const std::vector<PhotoFiles>& files,
                                         const std::string& itemCode, const domain::Region& village,
                                         const QString& mediaFolder,
                                         const evidence::WatermarkFacts* facts)
{
    std::vector<Photo> rows;
    for (std::size_t i = 0; i < inspection.photos.size(); ++i) {
        const domain::PhotoEntry& photo = inspection.photos[i];
        if (photo.itemCode != itemCode) continue;
        const PhotoFiles here = i < files.size() ? files[i] : PhotoFiles{};
        Photo row;
        row.entry = photo;
        row.marks = marksOf(inspection, photo, facts);
        if (here.full) row.full = mediaUrl(mediaFolder, photo.sha256, store::MediaKind::photo);
        if (here.thumb)
            row.thumb = mediaUrl(mediaFolder, photo.thumbSha256, store::MediaKind::thumb);
        if (photo.fix && village.position)
            row.distanceM = distanceM(photo.fix->point, *village.position);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ReviewEventRow> reviewEvents(const ReviewSheet& sheet)
{
    std::vector<Event> rows;
    const std::vector<store::RevisionRow>& revisions = sheet.history.revisions;
    for (std::size_t i = 0; i < revisions.size(); ++i) {
        const domain::Inspection& said = revisions[i].inspection;
        Event row;
        row.revision = said.revision;
        row.who = sheet.inspectorName;
        row.atMs = said.submittedAtMs;
        row.comment = said.remark;
        if (i > 0)
            row.changes = static_cast<int>(
                changesBetween(sheet.sheet, revisions[i - 1].inspection, said).size());
        rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < sheet.history.reviews.size(); ++i) {
        const store::ReviewRow& decided = sheet.history.reviews[i];
        Event row;
        row.isDecision = true;
        row.decision = static_cast<int>(decided.review.decision);
        row.refused = decided.refused;
        row.revision = decided.review.revision;
        row.who = i < sheet.reviewerNames.size() ? sheet.reviewerNames[i] : std::string();
        row.comment = decided.review.comment;
        row.atMs = decided.createdAtMs;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, &Event::atMs);
    return rows;
}

}  // namespace viewmodels
