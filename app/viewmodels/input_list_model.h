#pragma once

#include <QtQml/qqmlregistration.h>

#include <string>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

namespace viewmodels {

/// One thing to tap in the open item: a rule's stepper, one missing kind, one tier, one household,
/// one sub-point.
struct InputRow {
    enum Control { Stepper, Toggle, Number };
    static constexpr int noneMet = -2;  ///< choice: not one sub-point of the item is met

    int rule = 0;     ///< place in the item's rules
    int choice = -1;  ///< kind, tier, or household - 1; -1: the rule as such; noneMet
    Control control = Stepper;
    std::string text;
    std::string price;         ///< of one; empty: said by the rule's text already
    std::string unit;          ///< Number; Stepper: what is counted, empty: 处
    int count = 0;             ///< Stepper
    bool on = false;           ///< Toggle
    bool earns = false;        ///< on is good (sub-point, bonus)
    std::string value;         ///< Number: as typed, empty: not measured
    bool firstOfRule = false;  ///< the rule's text stands over it
    std::string ruleCode;
    std::string ruleText;
    bool veto = false;
    int household = 0;  ///< 1, 2, 3 …; 0: no household

    bool operator==(const InputRow&) const = default;
    bool sameAs(const InputRow& other) const
    {
        return rule == other.rule && choice == other.choice;
    }
};

class InputListModel : public RowsModel<InputRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ChecklistModel")
public:
    enum Control {
        Stepper = InputRow::Stepper,
        Toggle = InputRow::Toggle,
        Number = InputRow::Number
    };
    Q_ENUM(Control)

    explicit InputListModel(QObject* parent = nullptr);
};

/// What can be tapped in this item, with what was tapped.
std::vector<InputRow> inputsOf(const domain::Item& item, const domain::Answer& answer);

}  // namespace viewmodels
