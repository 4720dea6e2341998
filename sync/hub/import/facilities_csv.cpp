#include "sync/hub/import/facilities_csv.h"

#include <set>

#include "core/domain/limits.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"

namespace hub {

namespace {
constexpr std::size_t villageDigits = 12;
const CsvShape facilitiesShape{
    {{"代码", "名称"}, {"code", "name"}}, 2, 16 * 1024 * 1024, "代码,名称"};

base::Result<domain::Region> facilityOf(const std::vector<std::string>& values)
{
    domain::Region facility;
    facility.code.value = values[0];
    facility.name = values[1];
    facility.kind = domain::RegionKind::facility;
    if (facility.code.value.size() == villageDigits || !domain::isRegionCode(facility.code.value))
        return base::fail("facility.code",
                          "设施代码应为 村代码-字母或数字，如 330799001201-GC1：" + values[0]);
    if (facility.name.empty() || utf8Length(facility.name) > domain::limits::nameCharacters)
        return base::fail("facility.name", "设施名称为空或太长");
    facility.parent.value = facility.code.value.substr(0, villageDigits);
    return facility;
}
}  // namespace

base::Result<FacilitiesFile> readFacilitiesCsv(std::string_view text)
{
    auto table = readCsvTable(text, facilitiesShape);
    if (!table) return tl::unexpected(table.error());
    FacilitiesFile file;
    std::set<std::string> seen;
    for (const CsvRow& row : table->rows) {
        auto facility = facilityOf(row.values);
        if (facility && !seen.insert(facility->code.value).second)
            facility = base::fail("facility.doubled", "设施代码前面已经有了");
        if (facility)
            file.facilities.push_back(std::move(*facility));
        else
            table->refused.emplace(row.number, facility.error());
    }
    file.errors = table->errors();
    return file;
}

}  // namespace hub
