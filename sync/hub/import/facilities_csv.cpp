#include "sync/hub/import/facilities_csv.h"

#include <fmt/format.h>

#include <set>

#include "core/domain/limits.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"

namespace hub {

namespace {
constexpr std::size_t fileBytes = 16 * 1024 * 1024;
constexpr std::size_t villageDigits = 12;

base::Result<domain::Region> facilityOf(const CsvLine& line)
{
    if (!isCleanUtf8(line.text)) return base::fail("csv.utf8", "不是有效的 UTF-8 文字");
    const auto values = csvValues(line.text);
    if (!values) return base::fail("csv.quote", "引号没有配对");
    if (values->size() != 2)
        return base::fail("csv.columns", fmt::format("应有 2 列，实有 {} 列", values->size()));
    domain::Region facility;
    facility.code.value = (*values)[0];
    facility.name = (*values)[1];
    facility.kind = domain::RegionKind::facility;
    if (facility.code.value.size() == villageDigits || !domain::isRegionCode(facility.code.value))
        return base::fail("facility.code",
                          "设施代码应为 村代码-字母或数字，如 330799001201-GC1：" + (*values)[0]);
    if (facility.name.empty() || utf8Length(facility.name) > domain::limits::nameCharacters)
        return base::fail("facility.name", "设施名称为空或太长");
    facility.parent.value = facility.code.value.substr(0, villageDigits);
    return facility;
}
}  // namespace

base::Result<FacilitiesFile> readFacilitiesCsv(std::string_view text)
{
    if (text.size() > fileBytes) return base::fail("csv.too_large", "文件太大（上限 16 MB）");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::vector<CsvLine> lines = csvLines(text);
    if (lines.empty()) return base::fail("csv.empty", "文件是空的");
    if (lines.front().text != "代码,名称" && lines.front().text != "code,name")
        return base::fail("csv.header", "表头应为 代码,名称",
                          fmt::format("line {}", lines.front().number));
    FacilitiesFile file;
    std::set<std::string> seen;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        auto facility = facilityOf(*line);
        if (facility && !seen.insert(facility->code.value).second)
            facility = base::fail("facility.doubled", "设施代码前面已经有了");
        if (facility) {
            file.facilities.push_back(std::move(*facility));
            continue;
        }
        facility.error().where = fmt::format("line {}", line->number);
        file.errors.push_back(facility.error());
    }
    return file;
}

}  // namespace hub
