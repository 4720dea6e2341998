#include "sync/hub/import/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "sync/hub/import/utf8.h"

namespace hub {

std::vector<CsvLine> csvLines(std::string_view text)
{
    std::vector<CsvLine> lines;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            lines.push_back({number, line});
    }
    return lines;
}

namespace {
/// Takes one quoted value off the front of `rest`, the closing quote included.
std::optional<std::string> quoted(std::string_view& rest)
{
    std::string value;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] != '"') {
            value += rest[i];
        } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
            value += '"';
            ++i;
        } else {
            rest = rest.substr(i + 1);
            return value;
        }
    }
    return std::nullopt;
}
}  // namespace

std::optional<std::vector<std::string>> csvValues(std::string_view line)
{
    std::vector<std::string> values;
    for (;;) {
        if (line.starts_with('"')) {
            auto value = quoted(line);
            if (!value || (!line.empty() && line.front() != ',')) return std::nullopt;
            values.push_back(std::move(*value));
        } else {
            const std::string_view value = line.substr(0, line.find(','));
            if (value.find('"') != std::string_view::npos) return std::nullopt;
            values.emplace_back(value);
            line = line.substr(value.size());
        }
        if (line.empty()) return values;
        line = line.substr(1);
    }
}

base::Errors CsvTable::errors() const
{
    base::Errors errors;
    for (const auto& [line, error] : refused)
        errors.push_back({error.code, error.message, fmt::format("line {}", line)});
    return errors;
}

namespace {
/// How many columns the head has; nothing when it is none of those wanted.
std::optional<std::size_t> columnsOf(std::string_view head, const CsvShape& shape)
{
    const auto names = csvValues(head);
    if (!names || names->size() < shape.columnsNeeded) return std::nullopt;
    for (const std::vector<std::string>& wanted : shape.heads)
        if (names->size() <= wanted.size() &&
            std::equal(names->begin(), names->end(), wanted.begin()))
            return names->size();
    return std::nullopt;
}

base::Result<std::vector<std::string>> valuesOf(const CsvLine& line, std::size_t least,
                                                std::size_t most)
{
    if (!isCleanUtf8(line.text)) return base::fail("csv.utf8", "不是有效的 UTF-8 文字");
    auto values = csvValues(line.text);
    if (!values) return base::fail("csv.quote", "引号没有配对");
    if (values->size() >= least && values->size() <= most) return std::move(*values);
    const std::string wanted =
        least == most ? std::to_string(most) : fmt::format("{} 到 {}", least, most);
    return base::fail("csv.columns", fmt::format("应有 {} 列，实有 {} 列", wanted, values->size()));
}
}  // namespace

base::Result<CsvTable> readCsvTable(std::string_view text, const CsvShape& shape)
{
    if (text.size() > shape.bytesAtMost)
        return base::fail("csv.too_large",
                          fmt::format("文件太大（上限 {} MB）", shape.bytesAtMost / (1024 * 1024)));
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::vector<CsvLine> lines = csvLines(text);
    if (lines.empty()) return base::fail("csv.empty", "文件是空的");
    const auto count = columnsOf(lines.front().text, shape);
    if (!count)
        return base::fail("csv.header", fmt::format("表头应为 {}", shape.words),
                          fmt::format("line {}", lines.front().number));
    const std::size_t widest = shape.heads.front().size();
    CsvTable table;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        auto values = shape.raggedRows ? valuesOf(*line, shape.columnsNeeded, widest)
                                       : valuesOf(*line, *count, *count);
        if (!values) {
            table.refused.emplace(line->number, values.error());
            continue;
        }
        values->resize(widest);
        table.rows.push_back({line->number, std::move(*values)});
    }
    return table;
}

}  // namespace hub
