#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/viewmodels/photo_list_model.h"
#include "app/viewmodels/review_sheet.h"
#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"

// The lists on the page of one inspection, and the pure functions that make their rows.
namespace viewmodels {

struct ReviewItemRow {
    std::string code;
    std::string title;
    answer::State state = answer::State::Unanswered;
    std::string maximum;
    std::string points;
    std::string lost;  ///< "1.5"; empty: nothing
    int findings = 0;
    int photos = 0;
    int evidenceMissing = 0;
    bool veto = false;
    bool adjusted = false;
    std::string comment;  ///< what the inspector is to mend, not sent yet
    bool current = false;

    bool operator==(const ReviewItemRow&) const = default;
    bool sameAs(const ReviewItemRow& other) const { return code == other.code; }
};

/// Items, vetoes and the largest deductions first, then what lacks evidence, then the rest in the
/// sheet's order.
class ReviewItemListModel : public RowsModel<ReviewItemRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
public:
    explicit ReviewItemListModel(QObject* parent = nullptr);
};

struct ReviewPhotoRow {
    domain::PhotoEntry entry;
    QString thumb;  ///< file URL; empty: not on this tablet
    QString full;
    double distanceM = -1;  ///< to the village's known position; -1: not known
    platform::PhotoMarks marks = {};

    bool operator==(const ReviewPhotoRow&) const = default;
    bool sameAs(const ReviewPhotoRow& other) const { return entry.id == other.entry.id; }
};

class ReviewPhotoListModel : public RowsModel<ReviewPhotoRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
public:
    explicit ReviewPhotoListModel(QObject* parent = nullptr);
};

/// A revision or a decision, newest first.
struct ReviewEventRow {
    bool isDecision = false;
    int decision = 0;  ///< domain::Decision, for a decision
    bool refused = false;
    int revision = 1;
    std::string who;
    std::string comment;
    std::int64_t atMs = 0;
    int changes = 0;  ///< items that a revision says differently from the one before

    bool operator==(const ReviewEventRow&) const = default;
    bool sameAs(const ReviewEventRow& other) const
    {
        return isDecision == other.isDecision && atMs == other.atMs && revision == other.revision;
    }
};

class ReviewEventListModel : public RowsModel<ReviewEventRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
public:
    explicit ReviewEventListModel(QObject* parent = nullptr);
};

/// One item that a later revision says differently, or whose points a decision changed.
struct ReviewChangeRow {
    ItemChange change;
    bool decided = false;  ///< by a decision, not by a revision
    int revision = 1;
    std::string who;
    std::string why;  ///< what the judge asked for at this item, or the reason of the new points
    std::int64_t atMs = 0;
    bool first = false;  ///< of those that came together

    bool operator==(const ReviewChangeRow&) const = default;
    bool sameAs(const ReviewChangeRow& other) const
    {
        return change.itemCode == other.change.itemCode && atMs == other.atMs &&
               decided == other.decided;
    }
};

/// All that changed since the first revision, item by item, newest first.
class ReviewChangeListModel : public RowsModel<ReviewChangeRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
public:
    explicit ReviewChangeListModel(QObject* parent = nullptr);
};

std::vector<ReviewItemRow> reviewItems(const ReviewSheet& sheet);
/// The photos of one item, or of the village as a whole for an empty code. Files lie in
/// `mediaFolder`.
std::vector<ReviewPhotoRow> reviewPhotos(const domain::Inspection& inspection,
                                         const std::vector<PhotoFiles>& files,
                                         const std::string& itemCode, const domain::Region& village,
                                         const QString& mediaFolder,
                                         const evidence::WatermarkFacts* facts = nullptr);
std::vector<ReviewEventRow> reviewEvents(const ReviewSheet& sheet);
std::vector<ReviewChangeRow> reviewChanges(const ReviewSheet& sheet);

}  // namespace viewmodels
