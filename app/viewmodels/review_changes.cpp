#include <algorithm>
#include <map>

#include "app/viewmodels/review_lists.h"

// What changed between the revisions of one inspection and by the decisions on them.
namespace viewmodels {

namespace {

/// What was asked for at this item when the revision was sent back; else about the whole.
std::string askedFor(const ReviewSheet& sheet, int revision, const std::string& itemCode)
{
    std::string words;
    for (const store::ReviewRow& row : sheet.history.reviews) {
        if (row.refused || row.review.revision != revision ||
            row.review.decision != domain::Decision::sendBack)
            continue;
        words = row.review.comment;
        for (const domain::ItemComment& item : row.review.items)
            if (item.itemCode == itemCode) words = item.text;
    }
    return words;
}

std::vector<ReviewChangeRow> byRevisions(const ReviewSheet& sheet)
{
    std::vector<ReviewChangeRow> rows;
    const std::vector<store::RevisionRow>& revisions = sheet.history.revisions;
    for (std::size_t i = 1; i < revisions.size(); ++i) {
        const domain::Inspection& older = revisions[i - 1].inspection;
        const domain::Inspection& newer = revisions[i].inspection;
        bool first = true;
        for (ItemChange& change : changesBetween(sheet.sheet, older, newer)) {
            ReviewChangeRow row;
            row.why = askedFor(sheet, older.revision, change.itemCode);
            row.change = std::move(change);
            row.revision = newer.revision;
            row.who = sheet.inspectorName;
            row.atMs = newer.submittedAtMs;
            row.first = std::exchange(first, false);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

/// The points of each item as the revision says them.
std::map<std::string, base::Points> pointsOf(const ReviewSheet& sheet, int revision)
{
    std::map<std::string, base::Points> points;
    for (const store::RevisionRow& row : sheet.history.revisions) {
        if (row.inspection.revision != revision) continue;
        const scoring::Score score =
            scoring::scoreOf(sheet.sheet, row.inspection.profile, row.inspection.answers);
        for (const scoring::SectionScore& section : score.sections)
            for (const scoring::ItemScore& item : section.items) points[item.code] = item.points;
    }
    return points;
}

std::vector<ReviewChangeRow> byDecisions(const ReviewSheet& sheet)
{
    std::vector<ReviewChangeRow> rows;
    std::map<int, std::map<std::string, base::Points>> known;  // by revision
    for (std::size_t i = 0; i < sheet.history.reviews.size(); ++i) {
        const store::ReviewRow& decided = sheet.history.reviews[i];
        if (decided.refused || decided.review.adjustments.empty()) continue;
        const int revision = decided.review.revision;
        auto& points = known.try_emplace(revision, pointsOf(sheet, revision)).first->second;
        bool first = true;
        for (const domain::Adjustment& one : decided.review.adjustments) {
            ReviewChangeRow row;
            row.change.itemCode = one.itemCode;
            const domain::Item* item = domain::findItem(sheet.sheet, one.itemCode);
            if (item != nullptr) row.change.title = item->title;
            row.change.oldPoints = std::exchange(points[one.itemCode], one.points);
            row.change.newPoints = one.points;
            row.decided = true;
            row.revision = revision;
            if (i < sheet.reviewerNames.size()) row.who = sheet.reviewerNames[i];
            row.why = one.reason;
            row.atMs = decided.createdAtMs;
            row.first = std::exchange(first, false);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}
}  // namespace

std::vector<ReviewChangeRow> reviewChanges(const ReviewSheet& sheet)
{
    std::vector<ReviewChangeRow> rows = byRevisions(sheet);
    std::ranges::move(byDecisions(sheet), std::back_inserter(rows));
    std::ranges::stable_sort(rows, std::ranges::greater{}, &ReviewChangeRow::atMs);
    return rows;
}

}  // namespace viewmodels
