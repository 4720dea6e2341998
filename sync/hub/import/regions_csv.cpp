#include "sync/hub/import/regions_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "core/base/gcj02.h"
#include "core/domain/limits.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"
#include "sync/hub/store/reference.h"

namespace hub {

namespace {
constexpr std::size_t fileBytes = 64 * 1024 * 1024;
constexpr std::string_view columns[] = {"code",    "name",      "town_code", "town",
                                        "ur_code", "lon_gcj02", "lat_gcj02"};
constexpr std::size_t columnsNeeded = 4;

using Values = std::vector<std::string>;

base::Result<std::size_t> readHeader(const CsvLine& line)
{
    const auto names = csvValues(line.text);
    const bool fits = names && names->size() >= columnsNeeded &&
                      names->size() <= std::size(columns) &&
                      std::equal(names->begin(), names->end(), std::begin(columns));
    if (!fits)
        return base::fail(
            "csv.header",
            "表头应为 code,name,town_code,town,ur_code,lon_gcj02,lat_gcj02（后三列可省）",
            fmt::format("line {}", line.number));
    return names->size();
}

bool isCode(const std::string& code)
{
    return code.size() == 12 && domain::isRegionCode(code);
}

bool nameOk(const std::string& name)
{
    return !name.empty() && utf8Length(name) <= domain::limits::nameCharacters;
}

std::optional<double> degrees(const std::string& text, double most)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

/// The values of a line of the right length, padded to all columns.
base::Result<Values> readValues(const CsvLine& line, std::size_t count)
{
    if (!isCleanUtf8(line.text)) return base::fail("csv.utf8", "不是有效的 UTF-8 文字");
    auto values = csvValues(line.text);
    if (!values) return base::fail("csv.quote", "引号没有配对");
    if (values->size() != count)
        return base::fail("csv.columns",
                          fmt::format("应有 {} 列，实有 {} 列", count, values->size()));
    values->resize(std::size(columns));
    return std::move(*values);
}

base::Result<domain::Region> villageOf(const Values& values)
{
    domain::Region village;
    village.code.value = values[0];
    village.parent.value = values[2];
    village.name = values[1];
    village.urCode = values[4];
    if (!isCode(values[0]) || values[0].ends_with("000"))
        return base::fail("region.code", "村级代码应为 12 位数字且后三位不为 000：" + values[0]);
    if (!isCode(values[2]) || domain::townOf(village.code).value != values[2])
        return base::fail("region.town_code", "乡镇代码与村代码不一致：" + values[2]);
    if (!nameOk(values[1])) return base::fail("region.name", "村名为空或太长");
    if (!nameOk(values[3])) return base::fail("region.town_name", "乡镇名为空或太长");
    if (values[4].size() > 3 || values[4].find_first_not_of("0123456789") != std::string::npos)
        return base::fail("region.ur_code", "城乡分类代码有误：" + values[4]);
    if (values[5].empty() && values[6].empty()) return village;
    const auto longitude = degrees(values[5], 180);
    const auto latitude = degrees(values[6], 90);
    if (!longitude || !latitude) return base::fail("region.position", "经纬度有误");
    village.position = base::wgs84FromGcj02({*latitude, *longitude});
    return village;
}
}  // namespace

base::Result<RegionsFile> readRegionsCsv(std::string_view text)
{
    if (text.size() > fileBytes) return base::fail("csv.too_large", "文件太大（上限 64 MB）");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::vector<CsvLine> lines = csvLines(text);
    if (lines.empty()) return base::fail("csv.empty", "文件是空的");
    const auto count = readHeader(lines.front());
    if (!count) return tl::unexpected(count.error());

    RegionsFile file;
    std::map<std::string, domain::Region> towns;
    std::map<std::string, int> seen;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        const auto refuse = [&](base::Error error) {
            error.where = fmt::format("line {}", line->number);
            file.errors.push_back(std::move(error));
        };
        const auto values = readValues(*line, *count);
        const auto village = values ? villageOf(*values) : tl::unexpected(values.error());
        if (!village) {
            refuse(village.error());
            continue;
        }
        const auto [first, fresh] = seen.emplace(village->code.value, line->number);
        if (!fresh) {
            refuse({"region.code_doubled",
                    fmt::format("代码 {} 在第 {} 行已经有了", first->first, first->second),
                    {}});
            continue;
        }
        domain::Region town;
        town.code = village->parent;
        town.kind = domain::RegionKind::town;
        town.name = (*values)[3];
        const auto [known, added] = towns.emplace(town.code.value, town);
        if (!added && known->second.name != town.name) {
            seen.erase(first);
            refuse({"region.town_name_differs",
                    fmt::format("乡镇 {} 前面叫“{}”，这里叫“{}”", town.code.value,
                                known->second.name, town.name),
                    {}});
            continue;
        }
        file.villages.push_back(*village);
    }
    for (auto& [code, town] : towns) file.towns.push_back(std::move(town));
    return file;
}

namespace {
void importOne(Connection& connection, domain::Region region, ImportCounts& counts)
{
    const auto before = findRegion(connection, region.code);
    if (before) {
        region.aliases = before->aliases;
        region.retired = before->retired;
        if (!region.position) {
            region.position = before->position;
            region.positionLearnt = before->positionLearnt;
        }
        const bool known = std::find(region.aliases.begin(), region.aliases.end(), before->name) !=
                           region.aliases.end();
        if (before->name != region.name && !known) region.aliases.push_back(before->name);
    }
    if (!putRegion(connection, region))
        ++counts.same;
    else
        ++(before ? counts.changed : counts.added);
}
}  // namespace

ImportCounts importRegions(Connection& connection, const RegionsFile& file)
{
    ImportCounts counts;
    for (const domain::Region& town : file.towns) importOne(connection, town, counts);
    for (const domain::Region& village : file.villages) importOne(connection, village, counts);
    return counts;
}

}  // namespace hub
