#pragma once

#include <QtQml/qqmlregistration.h>

#include <string>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/scoring/photo_lack.h"

namespace viewmodels {

struct FindingRow {
    domain::FindingId id;
    int number = 0;     ///< 1, 2, 3 in the item
    std::string text;   ///< the rule, or the kind, tier, household
    int household = 0;  ///< 1, 2, 3 …; 0: no household
    std::string place;
    std::string note;
    std::int64_t atMs = 0;
    double accuracyM = -1;  ///< -1: no position
    bool repeat = false;
    int photos = 0;
    scoring::PhotoLack lack;  ///< what its photos lack, where its rule asks for its own
    std::string sizeOver;     ///< it counts only when it is larger; empty: its size is not asked
    std::string size;         ///< empty: not given yet

    bool operator==(const FindingRow&) const = default;
    bool sameAs(const FindingRow& other) const { return id == other.id; }
};

/// The findings of one item, newest first.
class FindingListModel : public RowsModel<FindingRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
public:
    /// What is to be photographed yet, where it is one thing that can be named.
    enum Lack { LacksNothing, LacksPhotos, LacksWide, LacksClose, LacksWideAndClose };
    Q_ENUM(Lack)

    explicit FindingListModel(QObject* parent = nullptr);
};

/// What was found, in the item's words: the kind, the tier, the measured value, or the rule.
std::string findingWords(const domain::Item& item, const domain::Finding& finding);

/// The newest first, as the one who counts wants to see it.
std::vector<FindingRow> findingsOf(const domain::Item& item, const domain::Answer& answer,
                                   const std::vector<domain::PhotoEntry>& photos);

}  // namespace viewmodels
