#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <functional>
#include <optional>
#include <set>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/fairness/fairness.h"

namespace viewmodels {

namespace judged {
Q_NAMESPACE
QML_NAMED_ELEMENT(Judged)

/// Which list a village is on.
enum class List { None, Best, Worst };
Q_ENUM_NS(List)
}  // namespace judged

/// A village whose place hangs on one inspector.
struct HangsOnRow {
    std::string code;
    std::string village;
    std::string inspector;  ///< name; empty where this tablet does not know it
    bool alone = false;
    int place = 0;
    int otherPlace = 0;
    judged::List list = judged::List::None;
    judged::List otherList = judged::List::None;

    bool operator==(const HangsOnRow&) const = default;
    bool sameAs(const HangsOnRow& other) const
    {
        return code == other.code && inspector == other.inspector;
    }
};

/// One inspector beside the others on one sheet, or in the use of one rule of it.
struct JudgedRow {
    std::string inspector;
    std::string about;  ///< the sheet's short title, or the rule with its item
    int inspections = 0;
    base::Points own;  ///< mean, or uses in a hundred inspections
    base::Points spread;
    int othersInspections = 0;
    base::Points others;
    base::Points othersSpread;

    bool operator==(const JudgedRow&) const = default;
    bool sameAs(const JudgedRow& other) const
    {
        return inspector == other.inspector && about == other.about;
    }
};

struct FairnessRows {
    bool tried = true;  ///< false: too many villages to find out which hang on one inspector
    std::vector<HangsOnRow> hangsOn;
    std::vector<JudgedRow> inspectors;
    std::vector<JudgedRow> rules;
};

/// Names of what the figures call by code; a name that is not known is empty, and the figures of an
/// inspector without a name are left out: they concern somebody else's people.
struct FairnessWords {
    std::function<std::string(const domain::UserId&)> inspector;
    std::function<std::string(const fairness::RuleUse&)> rule;
};
FairnessRows fairnessRows(const fairness::Fairness& fairness, const ranking::Ranking& ranking,
                          const FairnessWords& words);

/// How alike the inspectors of a campaign judge, beside its ranking.
class FairnessModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RankingModel")
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(bool tried READ tried NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* hangsOn READ hangsOn CONSTANT)
    Q_PROPERTY(QAbstractItemModel* inspectors READ inspectors CONSTANT)
    Q_PROPERTY(QAbstractItemModel* rules READ rules CONSTANT)

public:
    explicit FairnessModel(QObject* parent = nullptr);

    void display(std::optional<FairnessRows> rows);
    /// Whether the village's place hangs on one inspector.
    bool marks(const std::string& villageCode) const { return m_marked.contains(villageCode); }
    bool known() const { return m_known; }
    bool tried() const { return m_tried; }
    QAbstractItemModel* hangsOn() { return &m_hangsOn; }
    QAbstractItemModel* inspectors() { return &m_inspectors; }
    QAbstractItemModel* rules() { return &m_rules; }

Q_SIGNALS:
    void changed();

private:
    bool m_known = false;
    bool m_tried = true;
    std::set<std::string> m_marked;
    RowsModel<HangsOnRow> m_hangsOn;
    RowsModel<JudgedRow> m_inspectors;
    RowsModel<JudgedRow> m_rules;
};

}  // namespace viewmodels
