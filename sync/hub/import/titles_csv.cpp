#include "sync/hub/import/titles_csv.h"

#include <fmt/format.h>

#include "core/domain/limits.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"

namespace hub {

namespace {
constexpr std::size_t fileBytes = 16 * 1024 * 1024;
constexpr std::size_t columnsNeeded = 3;

bool isHeader(const CsvLine& line)
{
    const auto names = csvValues(line.text);
    if (!names || names->size() < columnsNeeded || names->size() > columnsNeeded + 1) return false;
    const std::vector<std::string> chinese = {"村", "称号", "起", "止"};
    const std::vector<std::string> english = {"place", "title", "from", "to"};
    return std::equal(names->begin(), names->end(), chinese.begin()) ||
           std::equal(names->begin(), names->end(), english.begin());
}

base::Result<TitleLine> titleOf(const CsvLine& line)
{
    if (!isCleanUtf8(line.text)) return base::fail("csv.utf8", "不是有效的 UTF-8 文字");
    const auto values = csvValues(line.text);
    if (!values) return base::fail("csv.quote", "引号没有配对");
    if (values->size() < columnsNeeded || values->size() > columnsNeeded + 1)
        return base::fail("csv.columns", fmt::format("应有 3 或 4 列，实有 {} 列", values->size()));
    TitleLine title{line.number, (*values)[0], (*values)[1], (*values)[2],
                    values->size() > columnsNeeded ? (*values)[columnsNeeded] : std::string()};
    if (title.place.empty()) return base::fail("title.place", "没有写村的代码或名称");
    if (title.title.empty() || utf8Length(title.title) > domain::limits::nameCharacters)
        return base::fail("title.name", "称号为空或太长");
    if (!isDay(title.firstDay) || !(title.lastDay.empty() || isDay(title.lastDay)))
        return base::fail("title.days", "起止应为 2026-01-01 这样的日子，止可以空着");
    if (!title.lastDay.empty() && title.lastDay < title.firstDay)
        return base::fail("title.days", "止比起早");
    return title;
}
}  // namespace

bool isDay(const std::string& text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto digits = [&](std::size_t at, std::size_t count) {
        const std::string part = text.substr(at, count);
        return part.find_first_not_of("0123456789") == std::string::npos ? std::stoi(part) : -1;
    };
    const int year = digits(0, 4);
    const int month = digits(5, 2);
    const int day = digits(8, 2);
    if (year < 2000 || month < 1 || month > 12 || day < 1) return false;
    constexpr int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= (month == 2 && !leap ? 28 : longest[month - 1]);
}

base::Result<TitlesFile> readTitlesCsv(std::string_view text)
{
    if (text.size() > fileBytes) return base::fail("csv.too_large", "文件太大（上限 16 MB）");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::vector<CsvLine> lines = csvLines(text);
    if (lines.empty()) return base::fail("csv.empty", "文件是空的");
    if (!isHeader(lines.front()))
        return base::fail("csv.header", "表头应为 村,称号,起,止（止可省）",
                          fmt::format("line {}", lines.front().number));
    TitlesFile file;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        auto title = titleOf(*line);
        if (title) {
            file.lines.push_back(std::move(*title));
            continue;
        }
        title.error().where = fmt::format("line {}", line->number);
        file.errors.push_back(title.error());
    }
    return file;
}

}  // namespace hub
