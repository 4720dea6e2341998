#include <fmt/format.h>
#include <iconv.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "core/sheets/grid.h"

namespace sheets {

namespace {

/// Nothing where the bytes are not valid in `from`.
std::optional<std::string> converted(std::string_view bytes, const char* to, const char* from)
{
    const iconv_t converter = iconv_open(to, from);
    // POSIX says it so. NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter == iconv_t(-1)) return std::nullopt;
    const std::unique_ptr<void, decltype(&iconv_close)> closer(converter, &iconv_close);
    std::string in(bytes);
    std::string out;
    std::array<char, 65536> piece{};
    char* rest = in.data();
    std::size_t left = in.size();
    while (left > 0) {
        char* next = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(converter, &rest, &left, &next, &room);
        out.append(piece.data(), piece.size() - room);
        if (done == std::size_t(-1) && errno != E2BIG) return std::nullopt;
    }
    return out;
}

/// Cuts text into rows and fields.
class Splitter {
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    base::Result<Grid> run()
    {
        while (m_at < m_text.size()) {
            if (m_grid.rows.size() >= rowsAtMost)
                return base::fail("sheet.too_many_rows", fmt::format("超过 {} 行", rowsAtMost));
            m_grid.rows.emplace_back();
            if (!readRow())
                return base::fail("sheet.quote_open",
                                  fmt::format("第 {} 行的引号没有成对", m_grid.rows.size()),
                                  fmt::format("第 {} 行", m_grid.rows.size()));
            if (m_grid.rows.back().size() > columnsAtMost)
                return base::fail(
                    "sheet.too_many_columns",
                    fmt::format("第 {} 行超过 {} 列", m_grid.rows.size(), columnsAtMost));
        }
        return std::move(m_grid);
    }

private:
    bool readRow()
    {
        while (true) {
            std::string field;
            if (m_at < m_text.size() && m_text[m_at] == '"') {
                if (!readQuoted(field)) return false;
            }
            while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '\n')
                field += m_text[m_at++];
            if (!field.empty() && field.back() == '\r') field.pop_back();
            m_grid.rows.back().push_back(std::move(field));
            if (m_at >= m_text.size() || m_text[m_at++] == '\n') return true;
        }
    }

    bool readQuoted(std::string& field)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != '"') {
                field += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                field += '"';
                ++m_at;
            } else {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Grid m_grid;
};

}  // namespace

base::Result<Grid> gridFromCsv(std::string_view bytes)
{
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (bytes.find('\0') != std::string_view::npos)
        return base::fail("sheet.not_text", "不是文字文件，请另存为 CSV（UTF-8）或 .xlsx");
    std::optional<std::string> text = converted(bytes, "UTF-8", "UTF-8");
    if (!text) text = converted(bytes, "UTF-8", "GB18030");
    if (!text)
        return base::fail("sheet.encoding", "文字编码既不是 UTF-8 也不是 GB18030，请另存后再导入");
    std::string_view view = *text;
    if (view.starts_with(bom)) view.remove_prefix(bom.size());
    base::Result<Grid> grid = Splitter(view).run();
    if (grid) grid->name = "CSV";
    return grid;
}

std::string csvFromGrid(const Grid& grid, CsvEncoding encoding)
{
    std::string out;
    for (const std::vector<std::string>& row : grid.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            if (row[i].find_first_of(",\"\r\n") == std::string::npos) {
                out += row[i];
                continue;
            }
            out += '"';
            for (const char c : row[i]) {
                if (c == '"') out += '"';
                out += c;
            }
            out += '"';
        }
        out += "\r\n";
    }
    if (encoding == CsvEncoding::gb18030)
        if (std::optional<std::string> gb = converted(out, "GB18030", "UTF-8")) return *gb;
    return "\xEF\xBB\xBF" + out;  // Excel takes a CSV without BOM for GBK
}

}  // namespace sheets
