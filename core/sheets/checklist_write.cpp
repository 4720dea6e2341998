#include <fmt/format.h>

#include <fstream>

#include "core/sheets/checklist_sheet.h"
#include "core/sheets/checklist_words.h"
#include "core/sheets/rule_text.h"

namespace sheets {

namespace {

using Cells = std::vector<std::string>;

std::string capText(const std::optional<base::Points>& cap)
{
    return cap ? base::toText(*cap) : std::string();
}
std::string yes(bool is)
{
    return is ? "是" : "";
}

class Writer {
public:
    Grid run(const domain::Checklist& checklist)
    {
        m_grid.name = "评分表";
        writeAbout(checklist);
        Cells head(columnCount);
        for (std::size_t i = 0; i < columnCount; ++i) head[i] = headingOf(static_cast<Column>(i));
        m_grid.rows.push_back(std::move(head));
        for (const domain::Section& section : checklist.sections) writeSection(section);
        return std::move(m_grid);
    }

private:
    void about(const char* label, std::string value)
    {
        if (!value.empty()) m_grid.rows.push_back({label, std::move(value)});
    }

    void writeAbout(const domain::Checklist& checklist)
    {
        m_grid.rows.push_back({checklist.title});
        about("检查类型", checklist.kind);
        about("版本", std::to_string(checklist.version));
        about("状态", wordOf(checklist.state));
        about("示例", checklist.sample ? "是" : "否");
        about("检查对象", wordOf(checklist.subject));
        about("扣分封顶", capText(checklist.deductionCap));
        about("加分封顶", base::toText(checklist.bonusCap));
        for (const domain::Profile& profile : checklist.profiles) {
            std::string excluded;
            for (const std::string& section : profile.excludedSections)
                excluded += (excluded.empty() ? "" : "；") + section;
            m_grid.rows.push_back({"适用对象", profile.code, profile.title, excluded});
        }
    }

    void writeSection(const domain::Section& section)
    {
        bool first = true;
        for (const domain::Item& item : section.items) {
            Cells row(columnCount);
            if (first) {
                at(row, Column::section) = section.title;
                at(row, Column::sectionCode) = section.code;
                at(row, Column::sectionCap) = capText(section.deductionCap);
            }
            first = false;
            at(row, Column::item) = item.code;
            at(row, Column::title) = item.title;
            at(row, Column::max) = base::toText(item.max);
            at(row, Column::households) =
                item.sampleHouseholds > 0 || householdsInText(item.title) > 0
                    ? std::to_string(item.sampleHouseholds)
                    : "";
            at(row, Column::notApplicable) = wordOf(item.notApplicable);
            at(row, Column::basis) = item.basis;
            for (const domain::Rule& rule : item.rules) {
                writeRule(row, rule);
                m_grid.rows.push_back(std::move(row));
                row = Cells(columnCount);
            }
        }
    }

    static std::string& at(Cells& row, Column column)
    {
        return row[static_cast<std::size_t>(column)];
    }

    static void writeRule(Cells& row, const domain::Rule& rule)
    {
        at(row, Column::text) = rule.text;
        at(row, Column::rule) = rule.code;
        at(row, Column::method) = wordOf(rule.method);
        at(row, Column::price) = base::toText(rule.price);
        at(row, Column::cap) = capText(rule.cap);
        at(row, Column::details) = detailsOf(rule);
        at(row, Column::photo) = wordOf(rule.evidence.photo);
        at(row, Column::photos) =
            rule.evidence.photosAtLeast == 1 ? "" : std::to_string(rule.evidence.photosAtLeast);
        at(row, Column::wideAndClose) = yes(rule.evidence.wideAndClose);
        at(row, Column::gallery) = yes(rule.evidence.galleryForbidden);
        at(row, Column::rectify) = yes(rule.rectify);
        at(row, Column::rectificationPhoto) = yes(rule.evidence.rectificationPhoto);
        at(row, Column::severity) = wordOf(rule.severity);
        at(row, Column::repeat) = repeatText(rule.repeatPercent);
    }

    Grid m_grid;
};

}  // namespace

Grid gridFromChecklist(const domain::Checklist& checklist)
{
    return Writer().run(checklist);
}

base::Result<void> checklistToFile(const domain::Checklist& checklist, const std::string& path,
                                   CsvEncoding encoding)
{
    const Grid grid = gridFromChecklist(checklist);
    if (path.ends_with(".xlsx")) {
        GridLook look;
        while (look.headRow < grid.rows.size() &&
               grid.at(look.headRow, 0) != headingOf(Column::section))
            ++look.headRow;
        look.titleColumns = columnCount;
        look.columnWidths = {12, 10, 9, 8, 36, 7, 28, 7, 10, 7,  9, 26,
                             9,  10, 7, 9, 9,  9, 7,  9, 7,  24, 9};
        return writeXlsx({{grid, look}}, path);
    }
    if (!path.ends_with(".csv"))
        return base::fail("sheet.kind_unknown", fmt::format("{} 请用 .xlsx 或 .csv 结尾", path),
                          path);
    std::ofstream file(path, std::ios::binary);
    file << csvFromGrid(grid, encoding);
    file.close();
    if (!file) return base::fail("sheet.not_written", fmt::format("写不出文件 {}", path), path);
    return {};
}

}  // namespace sheets
