#include "app/viewmodels/input_list_model.h"

#include <algorithm>

#include "core/domain/measured.h"

namespace viewmodels {

namespace {

constexpr Column<InputRow> inputColumns[] = {
    {"control", [](const InputRow& row) -> QVariant { return static_cast<int>(row.control); }},
    {"text", [](const InputRow& row) -> QVariant { return text(row.text); }},
    {"price", [](const InputRow& row) -> QVariant { return text(row.price); }},
    {"unit", [](const InputRow& row) -> QVariant { return text(row.unit); }},
    {"count", [](const InputRow& row) -> QVariant { return row.count; }},
    {"on", [](const InputRow& row) -> QVariant { return row.on; }},
    {"earns", [](const InputRow& row) -> QVariant { return row.earns; }},
    {"value", [](const InputRow& row) -> QVariant { return text(row.value); }},
    {"firstOfRule", [](const InputRow& row) -> QVariant { return row.firstOfRule; }},
    {"ruleCode", [](const InputRow& row) -> QVariant { return text(row.ruleCode); }},
    {"ruleText", [](const InputRow& row) -> QVariant { return text(row.ruleText); }},
    {"veto", [](const InputRow& row) -> QVariant { return row.veto; }},
    {"household", [](const InputRow& row) -> QVariant { return row.household; }},
    {"noneMet", [](const InputRow& row) -> QVariant { return row.choice == InputRow::noneMet; }},
};

using domain::Finding;
using domain::Rule;
using domain::RuleMethod;

/// The rows of one rule, collected while the item's rules are walked.
class RuleInputs {
public:
    RuleInputs(const domain::Item& item, int rule, const domain::Answer& answer)
        : m_item(item),
          m_rule(item.rules[static_cast<std::size_t>(rule)]),
          m_place(rule),
          m_answer(answer)
    {
    }

    std::vector<InputRow> rows()
    {
        switch (m_rule.method) {
            case RuleMethod::perMissing:
                if (m_rule.kinds.empty()) {
                    addStepper();
                    m_rows.back().unit = InputListModel::tr("种").toStdString();
                }
                for (std::size_t i = 0; i < m_rule.kinds.size(); ++i)
                    addToggle(static_cast<int>(i), m_rule.kinds[i], m_rule.price,
                              has([&](const Finding& f) { return f.kind == m_rule.kinds[i]; }));
                break;
            case RuleMethod::tier:
                for (std::size_t i = 0; i < m_rule.tiers.size(); ++i)
                    addToggle(static_cast<int>(i), m_rule.tiers[i].text, m_rule.tiers[i].price,
                              has([&](const Finding& f) { return f.tier == static_cast<int>(i); }));
                break;
            case RuleMethod::perHousehold:
                for (int i = 0; i < std::max(m_item.sampleHouseholds, m_answer.householdsVisited);
                     ++i) {
                    addToggle(i, {}, m_rule.price,
                              has([&](const Finding& f) { return f.household == i + 1; }));
                    m_rows.back().household = i + 1;
                }
                break;
            case RuleMethod::subPoint: {
                const auto& earned = m_answer.earned;
                addToggle(-1, m_rule.text, m_rule.price,
                          std::find(earned.begin(), earned.end(), m_rule.code) != earned.end());
                m_rows.back().earns = true;
                if (isLastSubPoint()) addNoneMet();
                break;
            }
            case RuleMethod::once:
            case RuleMethod::zeroItem:
            case RuleMethod::veto:
                addToggle(-1, m_rule.text,
                          m_rule.method == RuleMethod::once ? m_rule.price : base::Points{},
                          has([](const Finding&) { return true; }));
                m_rows.back().veto = m_rule.method == RuleMethod::veto;
                break;
            case RuleMethod::ratio:
                addNumber();
                break;
            case RuleMethod::perFinding:
            case RuleMethod::overMagnitude:
            case RuleMethod::bonus:
                addStepper();
                break;
        }
        return std::move(m_rows);
    }

private:
    template <class Test>
    bool has(Test test) const
    {
        return std::any_of(m_answer.findings.begin(), m_answer.findings.end(),
                           [&](const Finding& f) { return f.ruleCode == m_rule.code && test(f); });
    }

    InputRow row(int choice, InputRow::Control control) const
    {
        InputRow row;
        row.rule = m_place;
        row.choice = choice;
        row.control = control;
        row.ruleCode = m_rule.code;
        row.ruleText = m_rule.text;
        row.firstOfRule = m_rows.empty();
        return row;
    }

    void addToggle(int choice, const std::string& words, base::Points price, bool on)
    {
        InputRow toggle = row(choice, InputRow::Toggle);
        toggle.text = words;
        if (price != base::Points{}) toggle.price = base::toText(price);
        toggle.on = on;
        m_rows.push_back(std::move(toggle));
    }

    bool isLastSubPoint() const
    {
        return std::none_of(m_item.rules.begin() + m_place + 1, m_item.rules.end(),
                            [](const Rule& rule) { return rule.method == RuleMethod::subPoint; });
    }

    /// Without it an item of which nothing is met looks like one that was not looked at.
    void addNoneMet()
    {
        addToggle(InputRow::noneMet, {}, base::Points{},
                  m_answer.state == domain::AnswerState::found && m_answer.earned.empty());
    }

    void addStepper()
    {
        InputRow stepper = row(-1, InputRow::Stepper);
        stepper.text = m_rule.text;
        stepper.price = base::toText(m_rule.price);
        stepper.earns = m_rule.method == RuleMethod::bonus;
        stepper.count = static_cast<int>(
            std::count_if(m_answer.findings.begin(), m_answer.findings.end(),
                          [&](const Finding& f) { return f.ruleCode == m_rule.code; }));
        m_rows.push_back(std::move(stepper));
    }

    void addNumber()
    {
        InputRow number = row(-1, InputRow::Number);
        number.text = m_rule.text;
        number.unit = m_rule.ratio ? m_rule.ratio->unit : std::string();
        for (const Finding& finding : m_answer.findings)
            if (finding.ruleCode == m_rule.code && finding.valueThousandths)
                number.value = domain::thousandthsText(*finding.valueThousandths);
        m_rows.push_back(std::move(number));
    }

    const domain::Item& m_item;
    const domain::Rule& m_rule;
    int m_place;
    const domain::Answer& m_answer;
    std::vector<InputRow> m_rows;
};

}  // namespace

InputListModel::InputListModel(QObject* parent) : RowsModel(inputColumns, parent) {}

std::vector<InputRow> inputsOf(const domain::Item& item, const domain::Answer& answer)
{
    std::vector<InputRow> all;
    for (int rule = 0; rule < static_cast<int>(item.rules.size()); ++rule) {
        std::vector<InputRow> rows = RuleInputs(item, rule, answer).rows();
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace viewmodels
