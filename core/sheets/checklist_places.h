#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/scoring/validate.h"
#include "core/sheets/checklist_words.h"

namespace sheets {

/// Where a checklist that was read from a table stands in it: noted part by part while it is read,
/// asked for the cell that a problem of the finished sheet is about.
class ChecklistPlaces {
public:
    struct Cell {
        std::size_t row = 0;
        std::size_t column = 0;
    };

    void columnsAre(std::map<Column, std::size_t> columns) { m_columns = std::move(columns); }
    void about(const std::string& label, std::size_t row) { m_about.emplace(label, row); }
    void profile(std::size_t row) { m_profiles.push_back(row); }
    void section(std::size_t row) { m_sections.push_back({row, {}}); }
    void item(std::size_t row) { m_sections.back().items.push_back({row, {}}); }
    void rule(std::size_t row) { m_sections.back().items.back().rules.push_back(row); }
    /// A cell of the row was not understood.
    void unread(std::size_t row) { m_unread.insert(row); }

    /// The cell to change; nothing where something that the problem is about was not understood,
    /// so that it may be none: that cell has an error of its own.
    std::optional<Cell> cellOf(const scoring::PlacedProblem& problem) const;

private:
    struct ItemRows {
        std::size_t row = 0;
        std::vector<std::size_t> rules;
    };
    struct SectionRows {
        std::size_t row = 0;
        std::vector<ItemRows> items;
    };

    bool isUnread(const ItemRows& item) const;
    bool isUnread(const scoring::ProblemPlace& place) const;
    std::size_t rowOf(const scoring::ProblemPlace& place) const;
    std::size_t columnOf(const scoring::PlacedProblem& problem) const;
    Cell aboutCell(const scoring::PlacedProblem& problem) const;

    std::map<Column, std::size_t> m_columns;
    std::map<std::string, std::size_t> m_about;
    std::vector<std::size_t> m_profiles;
    std::vector<SectionRows> m_sections;
    std::set<std::size_t> m_unread;
};

}  // namespace sheets
