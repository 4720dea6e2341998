#pragma once

#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

#include "app/viewmodels/rows_model.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

namespace viewmodels {

/// A finding of last time that nobody put right since.
struct OldFindingRow {
    domain::FindingId id;
    std::string what;  ///< where it was, else what: the rule, kind, tier or household
    std::string note;
    bool again = false;      ///< found this time, too
    bool countable = false;  ///< the sheet of this time still has its rule

    bool operator==(const OldFindingRow&) const = default;
    bool sameAs(const OldFindingRow& other) const { return id == other.id; }
};

class OldFindingListModel : public RowsModel<OldFindingRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of LastTimeModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    explicit OldFindingListModel(QObject* parent = nullptr);
    int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();
};

/// `old` are findings of the item `before` as last time's sheet had it. A repeat of this time
/// stands for one of them: of the same rule, and of the same place and note where there is one.
std::vector<OldFindingRow> oldFindingsOf(const domain::Item& before,
                                         const std::vector<domain::Finding>& old,
                                         const domain::Item* now, const domain::Answer& said);

}  // namespace viewmodels
