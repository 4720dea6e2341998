#include "app/viewmodels/fairness_model.h"

#include <algorithm>
#include <map>

namespace viewmodels {

namespace {

/// "+2.50", "−1.00"; empty where there is nobody to compare with.
QString difference(const JudgedRow& row)
{
    if (row.othersInspections == 0) return {};
    const base::Points off = row.own - row.others;
    return (off.hundredths > 0 ? QStringLiteral("+") : QString()) + twoDecimals(off);
}

constexpr Column<HangsOnRow> hangsOnColumns[] = {
    {"villageCode", [](const HangsOnRow& row) -> QVariant { return text(row.code); }},
    {"village", [](const HangsOnRow& row) -> QVariant { return text(row.village); }},
    {"inspector", [](const HangsOnRow& row) -> QVariant { return text(row.inspector); }},
    {"alone", [](const HangsOnRow& row) -> QVariant { return row.alone; }},
    {"place", [](const HangsOnRow& row) -> QVariant { return row.place; }},
    {"otherPlace", [](const HangsOnRow& row) -> QVariant { return row.otherPlace; }},
    {"list", [](const HangsOnRow& row) -> QVariant { return QVariant::fromValue(row.list); }},
    {"otherList",
     [](const HangsOnRow& row) -> QVariant { return QVariant::fromValue(row.otherList); }},
};

constexpr Column<JudgedRow> judgedColumns[] = {
    {"inspector", [](const JudgedRow& row) -> QVariant { return text(row.inspector); }},
    {"about", [](const JudgedRow& row) -> QVariant { return text(row.about); }},
    {"inspections", [](const JudgedRow& row) -> QVariant { return row.inspections; }},
    {"own", [](const JudgedRow& row) -> QVariant { return twoDecimals(row.own); }},
    {"spread", [](const JudgedRow& row) -> QVariant { return twoDecimals(row.spread); }},
    {"othersInspections", [](const JudgedRow& row) -> QVariant { return row.othersInspections; }},
    {"others", [](const JudgedRow& row) -> QVariant { return twoDecimals(row.others); }},
    {"othersSpread",
     [](const JudgedRow& row) -> QVariant { return twoDecimals(row.othersSpread); }},
    {"difference", [](const JudgedRow& row) -> QVariant { return difference(row); }},
};

judged::List listOf(fairness::Where where)
{
    switch (where) {
        case fairness::Where::nowhere:
            return judged::List::None;
        case fairness::Where::best:
            return judged::List::Best;
        case fairness::Where::worst:
            return judged::List::Worst;
    }
    return judged::List::None;
}

std::string checkTitle(const ranking::Ranking& ranking, const std::string& kind)
{
    const auto found = std::ranges::find(ranking.checks, kind, &ranking::Check::kind);
    return found == ranking.checks.end() ? kind : domain::shortTitle(found->title);
}

}  // namespace

FairnessRows fairnessRows(const fairness::Fairness& fairness, const ranking::Ranking& ranking,
                          const FairnessWords& words)
{
    FairnessRows rows;
    rows.tried = fairness.hangsOnKnown;
    std::map<domain::RegionCode, std::string> names;
    for (const ranking::Board& board : ranking.boards)
        for (const ranking::Row& row : board.rows) names.emplace(row.village, row.name);
    for (const fairness::HangsOn& one : fairness.hangsOn)
        rows.hangsOn.push_back(
            {one.village.value,
             names.contains(one.village) ? names.at(one.village) : one.village.value,
             words.inspector(one.inspector), one.alone, one.place, one.otherPlace,
             listOf(one.where), listOf(one.otherwise)});
    for (const fairness::Figures& one : fairness.figures)
        if (const std::string name = words.inspector(one.inspector); !name.empty())
            rows.inspectors.push_back({name, checkTitle(ranking, one.kind), one.own.inspections,
                                       one.own.mean, one.own.spread, one.others.inspections,
                                       one.others.mean, one.others.spread});
    for (const fairness::RuleUse& use : fairness.rules)
        if (const std::string name = words.inspector(use.inspector); !name.empty())
            rows.rules.push_back({name,
                                  words.rule(use),
                                  use.inspections,
                                  use.share(),
                                  {},
                                  use.othersInspections,
                                  use.othersShare(),
                                  {}});
    // What nobody else could use is not used most differently.
    std::ranges::stable_partition(rows.rules,
                                  [](const JudgedRow& row) { return row.othersInspections > 0; });
    return rows;
}

FairnessModel::FairnessModel(QObject* parent)
    : QObject(parent),
      m_hangsOn(hangsOnColumns, this),
      m_inspectors(judgedColumns, this),
      m_rules(judgedColumns, this)
{
}

void FairnessModel::display(std::optional<FairnessRows> rows)
{
    m_known = rows.has_value();
    FairnessRows shown = rows ? std::move(*rows) : FairnessRows{};
    m_tried = shown.tried;
    m_marked.clear();
    for (const HangsOnRow& row : shown.hangsOn) m_marked.insert(row.code);
    m_hangsOn.show(std::move(shown.hangsOn));
    m_inspectors.show(std::move(shown.inspectors));
    m_rules.show(std::move(shown.rules));
    Q_EMIT changed();
}

}  // namespace viewmodels
