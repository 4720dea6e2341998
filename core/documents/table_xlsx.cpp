#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <set>

#include "core/base/points.h"
#include "core/documents/table.h"

namespace documents {

namespace {

constexpr std::size_t rowsAtMost = 1'000'000;
constexpr std::size_t nameCharacters = 31;
constexpr double bodyRow = 20;

struct Look {
    lxw_format* title;
    lxw_format* subtitle;
    lxw_format* head;
    lxw_format* note;
    lxw_format* cells[4];  ///< by ColumnKind
    lxw_format* words;     ///< in a column of numbers
};

lxw_format* format(lxw_workbook* book, const char* font, double size, std::uint8_t align)
{
    lxw_format* made = workbook_add_format(book);
    format_set_font_name(made, font);
    format_set_font_size(made, size);
    format_set_align(made, align);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    return made;
}

lxw_format* cell(lxw_workbook* book, std::uint8_t align, const char* number)
{
    lxw_format* made = format(book, "宋体", 10.5, align);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_text_wrap(made);
    if (number) format_set_num_format(made, number);
    return made;
}

Look lookOf(lxw_workbook* book)
{
    Look look{};
    look.title = format(book, "方正小标宋简体", 20, LXW_ALIGN_CENTER);
    look.subtitle = format(book, "楷体", 11, LXW_ALIGN_CENTER);
    look.note = format(book, "楷体", 10.5, LXW_ALIGN_LEFT);
    format_set_text_wrap(look.note);
    look.head = format(book, "黑体", 10.5, LXW_ALIGN_CENTER);
    format_set_border(look.head, LXW_BORDER_THIN);
    format_set_text_wrap(look.head);
    format_set_bg_color(look.head, 0xEDEDED);
    look.cells[static_cast<int>(ColumnKind::text)] = cell(book, LXW_ALIGN_LEFT, nullptr);
    look.cells[static_cast<int>(ColumnKind::centre)] = cell(book, LXW_ALIGN_CENTER, nullptr);
    look.cells[static_cast<int>(ColumnKind::count)] = cell(book, LXW_ALIGN_CENTER, "0");
    look.cells[static_cast<int>(ColumnKind::points)] = cell(book, LXW_ALIGN_CENTER, "0.00");
    look.words = cell(book, LXW_ALIGN_CENTER, nullptr);
    return look;
}

/// At most 31 characters, without what a work sheet's name may not have, each once in a book.
std::string sheetName(const std::string& wanted, std::set<std::string>& taken)
{
    std::string name;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < wanted.size() && characters < nameCharacters - 4;) {
        std::size_t end = at + 1;
        while (end < wanted.size() && (static_cast<unsigned char>(wanted[end]) & 0xC0U) == 0x80U)
            ++end;
        const std::string character = wanted.substr(at, end - at);
        if (std::string("[]:*?/\\'").find(character) == std::string::npos) {
            name += character;
            ++characters;
        }
        at = end;
    }
    if (name.empty()) name = "表";
    const std::string first = name;
    for (int number = 2; !taken.insert(name).second; ++number)
        name = fmt::format("{}{}", first, number);
    return name;
}

/// How many lines a text takes in a column; Chinese is two digits wide.
int linesOf(const std::string& text, double width)
{
    const double room = std::max(width - 1, 1.0);
    int lines = 0;
    double digits = 0;
    const auto end = [&] {
        lines += std::max(1, static_cast<int>((digits + room - 1) / room));
        digits = 0;
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            end();
        else
            digits += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0;
    }
    end();
    return lines;
}

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, const Table& table, const Look& look)
        : m_sheet(sheet), m_table(table), m_look(look)
    {
    }

    void write()
    {
        const auto last =
            static_cast<lxw_col_t>(std::max<std::size_t>(m_table.columns.size(), 2) - 1);
        line(m_table.title, last, m_look.title, 32);
        if (!m_table.subtitle.empty()) line(m_table.subtitle, last, m_look.subtitle, 20);
        const lxw_row_t head = m_row;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            worksheet_set_column(m_sheet, column, column, m_table.columns[c].width, nullptr);
            worksheet_write_string(m_sheet, head, column, m_table.columns[c].title.c_str(),
                                   m_look.head);
        }
        worksheet_set_row(m_sheet, m_row++, 30, nullptr);
        for (const auto& row : m_table.rows) writeRow(row);
        for (const std::string& note : m_table.notes)
            line(note, last, m_look.note, bodyRow * linesOf(note, fullWidth()));
        setPage(head);
    }

private:
    double fullWidth() const
    {
        double width = 0;
        for (const Column& column : m_table.columns) width += column.width;
        return width;
    }

    void line(const std::string& text, lxw_col_t last, lxw_format* look, double height)
    {
        worksheet_merge_range(m_sheet, m_row, 0, m_row, last, text.c_str(), look);
        worksheet_set_row(m_sheet, m_row++, height, nullptr);
    }

    void writeRow(const std::vector<std::string>& row)
    {
        int lines = 1;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            const Column& column = m_table.columns[c];
            const std::string text = c < row.size() ? row[c] : std::string();
            writeCell(static_cast<lxw_col_t>(c), column.kind, text);
            lines = std::max(lines, linesOf(text, column.width));
        }
        worksheet_set_row(m_sheet, m_row++, lines == 1 ? bodyRow : 6 + 14.0 * lines, nullptr);
    }

    void writeCell(lxw_col_t column, ColumnKind kind, const std::string& text)
    {
        lxw_format* look = m_look.cells[static_cast<int>(kind)];
        if (text.empty()) {
            worksheet_write_blank(m_sheet, m_row, column, look);
        } else if ((kind == ColumnKind::count || kind == ColumnKind::points)) {
            if (base::pointsFromText(text))
                worksheet_write_number(m_sheet, m_row, column, std::strtod(text.c_str(), nullptr),
                                       look);
            else
                worksheet_write_string(m_sheet, m_row, column, text.c_str(), m_look.words);
        } else {
            worksheet_write_string(m_sheet, m_row, column, text.c_str(), look);
        }
    }

    void setPage(lxw_row_t head)
    {
        worksheet_freeze_panes(m_sheet, head + 1, 0);
        worksheet_repeat_rows(m_sheet, head, head);
        worksheet_set_paper(m_sheet, 9);  // A4
        if (m_table.landscape) worksheet_set_landscape(m_sheet);
        worksheet_set_margins(m_sheet, 0.5, 0.5, 0.6, 0.6);
        worksheet_center_horizontally(m_sheet);
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_set_footer(m_sheet, "&C第 &P 页，共 &N 页");
    }

    lxw_worksheet* m_sheet;
    const Table& m_table;
    const Look& m_look;
    lxw_row_t m_row = 0;
};

/// China's time, written as what it is in an .xlsx: a time without a zone.
std::time_t createdAt(std::int64_t wallMs)
{
    return static_cast<std::time_t>(wallMs / 1000);
}

}  // namespace

base::Result<void> writeTables(const std::vector<Table>& tables, std::int64_t createdAtMs,
                               const std::string& path)
{
    for (const Table& table : tables)
        if (table.rows.size() > rowsAtMost)
            return base::fail("document.too_long",
                              fmt::format("“{}”有 {} 行，一张表最多 {} 行", table.title,
                                          table.rows.size(), rowsAtMost),
                              path);
    lxw_workbook* book = workbook_new(path.c_str());
    if (!book) return base::fail("document.not_written", fmt::format("写不出文件 {}", path), path);
    lxw_doc_properties properties{};
    properties.created = createdAt(createdAtMs);
    workbook_set_properties(book, &properties);
    const Look look = lookOf(book);
    std::set<std::string> taken;
    for (const Table& table : tables)
        if (lxw_worksheet* sheet =
                workbook_add_worksheet(book, sheetName(table.name, taken).c_str()))
            SheetWriter(sheet, table, look).write();
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR)
        return base::fail("document.not_written",
                          fmt::format("写不出文件 {}：{}", path, lxw_strerror(error)), path);
    return {};
}

}  // namespace documents
