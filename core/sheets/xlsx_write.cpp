#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cstdlib>

#include "core/base/points.h"
#include "core/sheets/grid.h"

namespace sheets {

namespace {

/// A plain number, and its text is how it would be shown again ("007" and "1e3" stay texts).
bool isNumber(const std::string& text)
{
    const base::Result<base::Points> points = base::pointsFromText(text);
    return points && base::toText(*points) == text;
}

struct Formats {
    lxw_format* title;
    lxw_format* head;
    lxw_format* body;
    lxw_format* plain;
};

Formats formatsOf(lxw_workbook* book)
{
    Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                    workbook_add_format(book)};
    for (lxw_format* format : {formats.title, formats.head, formats.body, formats.plain}) {
        format_set_font_name(format, "宋体");
        format_set_font_size(format, 11);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 16);
    format_set_align(formats.title, LXW_ALIGN_CENTER);
    format_set_bold(formats.head);
    format_set_align(formats.head, LXW_ALIGN_CENTER);
    format_set_bg_color(formats.head, 0xDDE8E4);
    for (lxw_format* format : {formats.head, formats.body}) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
    }
    return formats;
}

void writeRows(lxw_worksheet* sheet, const Grid& grid, const GridLook& look, const Formats& formats)
{
    std::size_t columns = 0;
    for (const auto& row : grid.rows) columns = std::max(columns, row.size());
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        const bool title = r == 0 && look.titleColumns > 0;
        lxw_format* format = title               ? formats.title
                             : r < look.headRow  ? formats.plain
                             : r == look.headRow ? formats.head
                                                 : formats.body;
        const auto row = static_cast<lxw_row_t>(r);
        if (title && look.titleColumns > 1)
            worksheet_merge_range(sheet, 0, 0, 0, static_cast<lxw_col_t>(look.titleColumns - 1), "",
                                  format);
        const std::size_t width = r >= look.headRow ? columns : grid.rows[r].size();
        for (std::size_t c = 0; c < width; ++c) {
            const std::string text = c < grid.rows[r].size() ? grid.rows[r][c] : std::string();
            const auto column = static_cast<lxw_col_t>(c);
            if (text.empty()) {
                if (r >= look.headRow) worksheet_write_blank(sheet, row, column, format);
            } else if (r > look.headRow && isNumber(text)) {
                worksheet_write_number(sheet, row, column, std::strtod(text.c_str(), nullptr),
                                       format);
            } else {
                worksheet_write_string(sheet, row, column, text.c_str(), format);
            }
        }
    }
}

void writePage(lxw_worksheet* sheet, const Page& page, const Formats& formats)
{
    const GridLook& look = page.look;
    writeRows(sheet, page.grid, look, formats);
    for (std::size_t c = 0; c < look.columnWidths.size(); ++c)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c),
                             look.columnWidths[c], nullptr);
    const auto head = static_cast<lxw_row_t>(look.headRow);
    worksheet_freeze_panes(sheet, head + 1, 0);
    worksheet_repeat_rows(sheet, head, head);
    worksheet_set_paper(sheet, 9);  // A4
    if (look.landscape) worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页");
}

}  // namespace

base::Result<void> writeXlsx(const std::vector<Page>& pages, const std::string& path)
{
    lxw_workbook* book = workbook_new(path.c_str());
    if (!book) return base::fail("sheet.not_written", fmt::format("写不出文件 {}", path), path);
    const Formats formats = formatsOf(book);
    bool named = true;
    for (const Page& page : pages) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, page.grid.name.c_str());
        named = named && sheet;
        if (sheet) writePage(sheet, page, formats);
    }
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR)
        return base::fail("sheet.not_written",
                          fmt::format("写不出文件 {}：{}", path, lxw_strerror(error)), path);
    if (!named) return base::fail("sheet.not_written", "工作表名重复、太长或有不能用的字符", path);
    return {};
}

}  // namespace sheets
