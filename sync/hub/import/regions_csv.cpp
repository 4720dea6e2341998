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
const CsvShape regionsShape{
    {{"code", "name", "town_code", "town", "ur_code", "lon_gcj02", "lat_gcj02"}},
    4,
    64 * 1024 * 1024,
    "code,name,town_code,town,ur_code,lon_gcj02,lat_gcj02（后三列可省）"};

using Values = std::vector<std::string>;

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
    auto table = readCsvTable(text, regionsShape);
    if (!table) return tl::unexpected(table.error());
    RegionsFile file;
    std::map<std::string, domain::Region> towns;
    std::map<std::string, int> seen;
    for (const CsvRow& row : table->rows) {
        const auto refuse = [&](base::Error error) {
            table->refused.emplace(row.number, std::move(error));
        };
        const auto village = villageOf(row.values);
        if (!village) {
            refuse(village.error());
            continue;
        }
        const auto [first, fresh] = seen.emplace(village->code.value, row.number);
        if (!fresh) {
            refuse({"region.code_doubled",
                    fmt::format("代码 {} 在第 {} 行已经有了", first->first, first->second),
                    {}});
            continue;
        }
        domain::Region town;
        town.code = village->parent;
        town.kind = domain::RegionKind::town;
        town.name = row.values[3];
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
    file.errors = table->errors();
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
