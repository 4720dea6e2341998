#include <fmt/format.h>

#include <map>

#include "core/scoring/validate.h"
#include "core/sheets/checklist_places.h"
#include "core/sheets/checklist_sheet.h"
#include "core/sheets/checklist_words.h"
#include "core/sheets/rule_text.h"

namespace sheets {

namespace {

using base::Points;
using domain::Item;
using domain::Rule;
using domain::Section;

class ChecklistReader {
public:
    explicit ChecklistReader(const Grid& grid) : m_grid(grid) {}

    ChecklistOrErrors run()
    {
        if (findHead()) {
            m_places.columnsAre(m_columns);
            for (std::size_t row = 0; row < m_head; ++row) readAbout(row);
            for (m_row = m_head + 1; m_row < m_grid.rows.size(); ++m_row) readRow();
            addProblems();
            checkSubtotals();
        }
        if (!m_errors.empty()) return tl::unexpected(std::move(m_errors));
        return std::move(m_checklist);
    }

private:
    void add(const char* code, const std::string& message, std::size_t row, std::size_t column)
    {
        m_places.unread(row);
        const std::string cell = cellName(row, column);
        m_errors.push_back({code, fmt::format("工作表“{}” {}：{}", m_grid.name, cell, message),
                            m_grid.name + "!" + cell});
    }
    void addAt(const char* code, const std::string& message, Column column)
    {
        const auto found = m_columns.find(column);
        const std::string heading = headingOf(column);
        add(code, heading + "：" + message, m_row, found == m_columns.end() ? 0 : found->second);
    }

    bool findHead()
    {
        for (m_head = 0; m_head < m_grid.rows.size(); ++m_head) {
            m_columns.clear();
            for (std::size_t c = 0; c < m_grid.rows[m_head].size(); ++c)
                if (const auto column = columnOfHeading(m_grid.at(m_head, c))) {
                    // "类别" and "指标" side by side: the finer one is the section.
                    if (*column != Column::section || !m_columns.contains(*column) ||
                        m_grid.at(m_head, c) != "类别")
                        m_columns[*column] = c;
                }
            if (m_columns.contains(Column::title) && m_columns.contains(Column::max) &&
                (m_columns.contains(Column::text) || m_columns.contains(Column::method)))
                return true;
        }
        m_errors.push_back(
            {"sheet.head_missing",
             fmt::format("工作表“{}”没有表头：要有一行写着“检查内容”“满分”“扣分规则”", m_grid.name),
             m_grid.name});
        return false;
    }

    std::string cell(Column column) const
    {
        const auto found = m_columns.find(column);
        return found == m_columns.end() ? std::string() : m_grid.at(m_row, found->second);
    }

    Points points(const std::string& text, std::size_t row, std::size_t column)
    {
        const base::Result<Points> value = base::pointsFromText(text);
        if (!value) {
            add("sheet.points", value.error().message, row, column);
            return {};
        }
        return *value;
    }

    /// The points of a cell of this row; nothing where it is empty.
    std::optional<Points> pointsAt(Column column)
    {
        const std::string text = cell(column);
        if (text.empty()) return std::nullopt;
        return points(text, m_row, m_columns.at(column));
    }

    int wholeAt(Column column, int fallback)
    {
        const std::string text = cell(column);
        if (text.empty()) return fallback;
        const base::Result<Points> value = base::pointsFromText(text);
        if (value && value->hundredths % 100 == 0 && value->hundredths >= 0 &&
            value->hundredths < 1'000'000)
            return static_cast<int>(value->hundredths / 100);
        addAt("sheet.whole", fmt::format("“{}”不是整数", text), column);
        return fallback;
    }

    bool yesAt(Column column)
    {
        const std::optional<bool> value = yesOf(cell(column));
        if (!value)
            addAt("sheet.yes_no", fmt::format("“{}”请改为“是”或留空", cell(column)), column);
        return value.value_or(false);
    }

    template <class Value>
    void wordAt(Column column, std::optional<Value> (*read)(std::string_view), Value& value,
                const char* choices)
    {
        const std::string text = cell(column);
        if (text.empty()) return;
        if (const std::optional<Value> known = read(text))
            value = *known;
        else
            addAt("sheet.word", fmt::format("“{}”不认识，请填 {}", text, choices), column);
    }

    void readAbout(std::size_t row)
    {
        const std::string label = m_grid.at(row, 0);
        const std::string value = m_grid.at(row, 1);
        const auto bad = [&](const char* choices) {
            add("sheet.about", fmt::format("{}“{}”不认识，请填 {}", label, value, choices), row, 1);
        };
        if (label.empty()) return;
        m_places.about(label, row);
        if (label == "检查类型") {
            m_checklist.kind = value;
        } else if (label == "版本") {
            const Points number = points(value, row, 1);
            m_checklist.version =
                static_cast<int>(std::clamp<std::int64_t>(number.hundredths / 100, 0, 1'000'000));
        } else if (label == "状态") {
            if (const auto state = stateOf(value))
                m_checklist.state = *state;
            else
                bad("草稿、已发布、已停用");
        } else if (label == "示例") {
            if (const auto yes = yesOf(value))
                m_checklist.sample = *yes;
            else
                bad("是、否");
        } else if (label == "检查对象") {
            if (const auto subject = subjectOf(value))
                m_checklist.subject = *subject;
            else
                bad("村、设施");
        } else if (label == "扣分封顶") {
            m_checklist.deductionCap = points(value, row, 1);
        } else if (label == "加分封顶") {
            m_checklist.bonusCap = points(value, row, 1);
        } else if (label == "适用对象") {
            readProfile(row);
        } else if (m_checklist.title.empty() && value.empty()) {
            m_checklist.title = label;
        } else {
            add("sheet.about",
                fmt::format("“{}”不认识，可以填的有：检查类型、版本、状态、示例、检查对象、"
                            "扣分封顶、加分封顶、适用对象",
                            label),
                row, 0);
        }
    }

    void readProfile(std::size_t row)
    {
        domain::Profile profile{m_grid.at(row, 1), m_grid.at(row, 2), {}};
        std::string rest = m_grid.at(row, 3);
        while (!rest.empty()) {
            const std::size_t at = rest.find("；");
            profile.excludedSections.push_back(rest.substr(0, at));
            rest = at == std::string::npos ? std::string() : rest.substr(at + 3);
        }
        m_checklist.profiles.push_back(std::move(profile));
        m_places.profile(row);
    }

    void readRow()
    {
        bool any = false;
        for (std::size_t c = 0; c < m_grid.rows[m_row].size(); ++c)
            any = any || !m_grid.at(m_row, c).empty();
        if (!any) return;
        readSection();
        if (!cell(Column::title).empty() || !cell(Column::item).empty())
            readItem();
        else if (cell(Column::text).empty() && cell(Column::method).empty())
            return;
        if (!m_item) {
            addAt("sheet.item_missing", "这一行的规则没有所属的项目，请填写检查内容",
                  Column::title);
            return;
        }
        readRules();
    }

    void readSection()
    {
        std::string title = cell(Column::section);
        const std::string code = cell(Column::sectionCode);
        if (title.empty() && code.empty()) {
            if (!m_checklist.sections.empty() ||
                (cell(Column::title).empty() && cell(Column::item).empty()))
                return;
            title = "全部";
        }
        std::optional<Points> subtotal;
        if (!m_columns.contains(Column::sectionCode))
            std::tie(title, subtotal) = withoutSubtotal(title);
        if (!m_checklist.sections.empty() && m_checklist.sections.back().title == title &&
            (code.empty() || m_checklist.sections.back().code == code))
            return;
        Section section;
        section.code = code.empty() ? "s" + std::to_string(m_checklist.sections.size() + 1) : code;
        section.title = title;
        section.deductionCap = pointsAt(Column::sectionCap);
        if (subtotal) m_subtotals[m_checklist.sections.size()] = {*subtotal, m_row};
        m_checklist.sections.push_back(std::move(section));
        m_places.section(m_row);
        m_item = false;
    }

    void readItem()
    {
        Item item;
        item.code =
            m_columns.contains(Column::item) ? cell(Column::item) : std::to_string(++m_items);
        const bool number =
            !item.code.empty() && item.code.find_first_not_of("0123456789") == std::string::npos;
        if (number) item.code = m_checklist.kind + (item.code.size() < 2 ? "0" : "") + item.code;
        item.title = cell(Column::title);
        if (item.title.empty()) addAt("sheet.title_missing", "没有填检查内容", Column::title);
        if (const std::optional<Points> max = pointsAt(Column::max))
            item.max = *max;
        else
            addAt("sheet.max_missing", "没有填满分（加分和否决项填 0）", Column::max);
        item.sampleHouseholds = wholeAt(Column::households, householdsInText(item.title));
        wordAt(Column::notApplicable, &notApplicableOf, item.notApplicable,
               "不可、类内分摊、全表分摊、给满分");
        item.basis = cell(Column::basis);
        m_places.item(m_row);
        m_checklist.sections.back().items.push_back(std::move(item));
        m_item = true;
    }

    void readRules()
    {
        Item& item = m_checklist.sections.back().items.back();
        std::vector<Rule> rules;
        const std::string method = cell(Column::method);
        if (method.empty()) {
            if (const auto understood = rulesFromText(cell(Column::text)))
                rules = *understood;
            else
                addAt(
                    "sheet.rule_unclear",
                    fmt::format(
                        "看不懂“{}”，请填计分方式和单价，或写成“每处 0.5”“一次扣 2”“未做到不得分”",
                        cell(Column::text)),
                    Column::text);
        } else {
            Rule rule;
            rule.text = cell(Column::text);
            wordAt(Column::method, &methodOf, rule.method, methodChoices().c_str());
            rule.price = pointsAt(Column::price).value_or(Points{});
            if (!readDetails(cell(Column::details), rule))
                addAt("sheet.details",
                      fmt::format("“{}”与计分方式“{}”不配", cell(Column::details), method),
                      Column::details);
            rules.push_back(std::move(rule));
        }
        if (rules.size() > 1) checkCapOfSeveral(item);
        for (Rule& rule : rules) {
            const std::string code = cell(Column::rule);
            rule.code =
                !code.empty() && rules.size() == 1
                    ? code
                    : std::string(
                          1, static_cast<char>('a' + std::min<std::size_t>(item.rules.size(), 25)));
            if (rules.size() == 1) rule.cap = pointsAt(Column::cap);
            readEvidence(rule);
            m_places.rule(m_row);
            item.rules.push_back(std::move(rule));
        }
    }

    /// Of rules in one cell a cap can only be that of the item, which the item has anyway.
    void checkCapOfSeveral(const Item& item)
    {
        const std::optional<Points> cap = pointsAt(Column::cap);
        if (cap && *cap != item.max)
            addAt("sheet.cap_unclear",
                  fmt::format("这一格有几条规则，封顶 {} 不知道是哪一条的，请把规则分行写",
                              base::toText(*cap)),
                  Column::cap);
    }

    void readEvidence(Rule& rule)
    {
        std::string photo = cell(Column::photo);
        const std::string mark = "◎";
        const std::size_t at = photo.find(mark);
        const bool marked = at != std::string::npos;
        if (marked) photo.erase(at, mark.size());
        if (const auto need = photoNeedOf(photo))
            rule.evidence.photo = *need;
        else if (!photo.empty())
            addAt("sheet.word", fmt::format("“{}”不认识，请填 无、选、必、每项、台账", photo),
                  Column::photo);
        rule.evidence.photosAtLeast = wholeAt(Column::photos, 1);
        rule.evidence.wideAndClose = yesAt(Column::wideAndClose);
        rule.evidence.galleryForbidden = yesAt(Column::gallery);
        rule.rectify = yesAt(Column::rectify) || marked;
        rule.evidence.rectificationPhoto = yesAt(Column::rectificationPhoto) || marked;
        wordAt(Column::severity, &severityOf, rule.severity, "一般、重大、立即");
        wordAt(Column::repeat, &repeatOf, rule.repeatPercent, "200%、2倍 之类");
    }

    void checkSubtotals()
    {
        for (const auto& [number, subtotal] : m_subtotals) {
            Points sum;
            for (const Item& item : m_checklist.sections[number].items) sum += item.max;
            if (sum != subtotal.first)
                add("sheet.subtotal",
                    fmt::format("“{}”写的小计是 {}，各项满分之和是 {}",
                                m_checklist.sections[number].title, base::toText(subtotal.first),
                                base::toText(sum)),
                    subtotal.second,
                    m_columns.contains(Column::section) ? m_columns.at(Column::section) : 0);
        }
    }

    /// What keeps the sheet from being published, too.
    void addProblems()
    {
        std::vector<std::pair<scoring::PlacedProblem, ChecklistPlaces::Cell>> placed;
        for (scoring::PlacedProblem& problem : scoring::placedProblemsOf(m_checklist))
            if (const auto cell = m_places.cellOf(problem))
                placed.emplace_back(std::move(problem), *cell);
        for (const auto& [problem, cell] : placed)
            add(problem.error.code.c_str(), problem.error.message, cell.row, cell.column);
    }

    const Grid& m_grid;
    std::size_t m_head = 0;
    std::size_t m_row = 0;
    std::map<Column, std::size_t> m_columns;
    domain::Checklist m_checklist;
    int m_items = 0;      ///< numbered so far, in a table that does not number them
    bool m_item = false;  ///< the last section's last item may get more rules
    ChecklistPlaces m_places;
    std::map<std::size_t, std::pair<Points, std::size_t>> m_subtotals;
    base::Errors m_errors;
};

}  // namespace

ChecklistOrErrors checklistFromGrid(const Grid& grid)
{
    return ChecklistReader(grid).run();
}

ChecklistOrErrors checklistFromFile(const std::string& path)
{
    base::Result<Grid> grid = gridFromFile(path);
    if (!grid) return tl::unexpected(base::Errors{grid.error()});
    return checklistFromGrid(*grid);
}

}  // namespace sheets
