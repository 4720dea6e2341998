#include "core/sheets/grid.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace sheets {

namespace {
constexpr std::size_t fileBytesAtMost = 8 * 1024 * 1024;

bool endsWithNoCase(const std::string& text, std::string_view ending)
{
    if (text.size() < ending.size()) return false;
    for (std::size_t i = 0; i < ending.size(); ++i)
        if (std::tolower(static_cast<unsigned char>(text[text.size() - ending.size() + i])) !=
            ending[i])
            return false;
    return true;
}
}  // namespace

std::string Grid::at(std::size_t row, std::size_t column) const
{
    if (row >= rows.size() || column >= rows[row].size()) return {};
    std::string_view text = rows[row][column];
    const std::string_view wideSpace = "　";
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() &&
               std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
            text.remove_prefix(1), again = true;
        while (!text.empty() &&
               std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1), again = true;
        if (text.starts_with(wideSpace)) text.remove_prefix(wideSpace.size()), again = true;
        if (text.ends_with(wideSpace)) text.remove_suffix(wideSpace.size()), again = true;
    }
    return std::string(text);
}

std::string cellName(std::size_t row, std::size_t column)
{
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row + 1);
}

base::Result<Grid> gridFromFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) return base::fail("sheet.not_found", fmt::format("打不开文件 {}", path), path);
    std::string bytes;
    char piece[65536];
    while (file.read(piece, sizeof piece) || file.gcount() > 0) {
        bytes.append(piece, static_cast<std::size_t>(file.gcount()));
        if (bytes.size() > fileBytesAtMost)
            return base::fail("sheet.too_big", fmt::format("{} 超过 8 MB，不像是评分表", path),
                              path);
    }
    if (endsWithNoCase(path, ".csv")) return gridFromCsv(bytes);
    if (endsWithNoCase(path, ".xlsx")) return gridFromXlsx(bytes);
    return base::fail("sheet.kind_unknown", fmt::format("{} 不是 .xlsx 或 .csv 文件", path), path);
}

}  // namespace sheets
