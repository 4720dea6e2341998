#include "sync/hub/import/titles_csv.h"

#include "core/domain/limits.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"

namespace hub {

namespace {
const CsvShape titlesShape{{{"村", "称号", "起", "止"}, {"place", "title", "from", "to"}},
                           3,
                           16 * 1024 * 1024,
                           "村,称号,起,止（止可省）",
                           true};

base::Result<TitleLine> titleOf(const CsvRow& row)
{
    TitleLine title{row.number, row.values[0], row.values[1], row.values[2], row.values[3]};
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
    auto table = readCsvTable(text, titlesShape);
    if (!table) return tl::unexpected(table.error());
    TitlesFile file;
    for (const CsvRow& row : table->rows) {
        auto title = titleOf(row);
        if (title)
            file.lines.push_back(std::move(*title));
        else
            table->refused.emplace(row.number, title.error());
    }
    file.errors = table->errors();
    return file;
}

}  // namespace hub
