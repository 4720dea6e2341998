#include "core/sheets/checklist_places.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace sheets {

namespace {

using scoring::PlacedProblem;
using scoring::ProblemPlace;

struct ColumnOfCode {
    std::string_view code;
    Column column;
};

// Where a problem with this code is mended; others in the cell that names their part.
const ColumnOfCode columnsOfCodes[] = {
    {"checklist.section_code", Column::sectionCode},
    {"checklist.section_doubled", Column::sectionCode},
    {"checklist.section_cap", Column::sectionCap},
    {"checklist.item_code", Column::item},
    {"checklist.item_doubled", Column::item},
    {"checklist.item_number", Column::item},
    {"checklist.item_max", Column::max},
    {"checklist.sub_points", Column::max},
    {"checklist.households", Column::households},
    {"checklist.rule_code", Column::rule},
    {"checklist.rule_doubled", Column::rule},
    {"checklist.item_without_points", Column::method},
    {"checklist.price", Column::price},
    {"checklist.price_over_max", Column::price},
    {"checklist.rule_cap", Column::cap},
    {"checklist.repeat", Column::repeat},
    {"checklist.photos", Column::photos},
    {"checklist.bonus_proof", Column::photo},
    {"checklist.kinds", Column::details},
    {"checklist.tiers", Column::details},
    {"checklist.ratio", Column::details},
    {"checklist.magnitude", Column::details},
};

/// The row above the headings where a problem of the sheet as such is mended.
std::string labelOf(std::string_view code)
{
    if (code == "checklist.kind") return "检查类型";
    if (code == "checklist.version") return "版本";
    if (code == "checklist.cap") return "扣分封顶";
    if (code == "checklist.bonus_cap") return "加分封顶";
    return {};
}

}  // namespace

bool ChecklistPlaces::isUnread(const ItemRows& item) const
{
    return m_unread.contains(item.row) ||
           std::any_of(item.rules.begin(), item.rules.end(),
                       [&](std::size_t row) { return m_unread.contains(row); });
}

bool ChecklistPlaces::isUnread(const ProblemPlace& place) const
{
    const auto at = [](const auto& list, int i) { return list.at(static_cast<std::size_t>(i)); };
    if (place.section < 0) return !m_unread.empty();
    const SectionRows section = at(m_sections, place.section);
    if (place.item < 0)
        return std::any_of(section.items.begin(), section.items.end(),
                           [&](const ItemRows& item) { return isUnread(item); });
    const ItemRows item = at(section.items, place.item);
    if (place.rule < 0) return isUnread(item);
    return m_unread.contains(item.row) || m_unread.contains(at(item.rules, place.rule));
}

std::size_t ChecklistPlaces::rowOf(const ProblemPlace& place) const
{
    const SectionRows& section = m_sections.at(static_cast<std::size_t>(place.section));
    if (place.item < 0) return section.row;
    const ItemRows& item = section.items.at(static_cast<std::size_t>(place.item));
    return place.rule < 0 ? item.row : item.rules.at(static_cast<std::size_t>(place.rule));
}

std::size_t ChecklistPlaces::columnOf(const PlacedProblem& problem) const
{
    const auto known =
        std::find_if(std::begin(columnsOfCodes), std::end(columnsOfCodes),
                     [&](const ColumnOfCode& entry) { return entry.code == problem.error.code; });
    std::vector<Column> choices;
    if (known != std::end(columnsOfCodes)) choices.push_back(known->column);
    if (problem.place.rule >= 0)
        choices.insert(choices.end(), {Column::text, Column::method});
    else if (problem.place.item < 0)
        choices.push_back(Column::section);
    choices.push_back(Column::title);
    for (const Column column : choices)
        if (const auto found = m_columns.find(column); found != m_columns.end())
            return found->second;
    return 0;
}

ChecklistPlaces::Cell ChecklistPlaces::aboutCell(const PlacedProblem& problem) const
{
    if (problem.place.profile >= 0)
        return {m_profiles.at(static_cast<std::size_t>(problem.place.profile)), 1};
    const auto row = m_about.find(labelOf(problem.error.code));
    return row == m_about.end() ? Cell{} : Cell{row->second, 1};
}

std::optional<ChecklistPlaces::Cell> ChecklistPlaces::cellOf(const PlacedProblem& problem) const
{
    if (problem.place.section >= 0) {
        if (isUnread(problem.place)) return std::nullopt;
        return Cell{rowOf(problem.place), columnOf(problem)};
    }
    const Cell cell = aboutCell(problem);
    // Of the problems of the sheet as such these do not hang on its items.
    const bool alone = problem.error.code == "checklist.kind" ||
                       problem.error.code == "checklist.version" ||
                       problem.error.code.starts_with("checklist.name_");
    if (alone ? m_unread.contains(cell.row) : isUnread(problem.place)) return std::nullopt;
    return cell;
}

}  // namespace sheets
