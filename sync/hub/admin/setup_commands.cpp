#include <fmt/format.h>

#include <ostream>

#include "core/domain/limits.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/folder.h"
#include "sync/hub/import/facilities_csv.h"
#include "sync/hub/import/regions_csv.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/reference.h"

namespace hub {

namespace {
constexpr std::size_t csvBytes = 64 * 1024 * 1024;

base::Result<void> importRegionsFile(Admin& admin, const std::string& path)
{
    const auto text = readFile(path, csvBytes);
    if (!text) return tl::unexpected(text.error());
    const auto file = readRegionsCsv(*text);
    if (!file) {
        base::Error error = file.error();
        error.where = error.where.empty() ? path : path + " " + error.where;
        return tl::unexpected(error);
    }
    ImportCounts counts;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        counts = importRegions(db, *file);
        audit(db, admin.clock.wallMs(), "command", "regions.import", path,
              fmt::format("{} added, {} changed", counts.added, counts.changed));
        return {};
    });
    if (!written) return written;
    admin.out << fmt::format("{} 个镇街，{} 个村级单位：新增 {}，更改 {}，不变 {}\n",
                             file->towns.size(), file->villages.size(), counts.added,
                             counts.changed, counts.same);
    if (file->errors.empty()) return {};
    printErrors(admin, file->errors);
    return base::fail("csv.lines_refused",
                      fmt::format("{} 行被拒绝，其余已导入", file->errors.size()), path);
}

base::Result<void> importFacilities(Admin& admin, const std::string& path)
{
    const auto text = readFile(path, csvBytes);
    if (!text) return tl::unexpected(text.error());
    auto file = readFacilitiesCsv(*text);
    if (!file) return tl::unexpected(file.error());
    int changed = 0;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        for (const domain::Region& facility : file->facilities) {
            if (findRegion(db, facility.parent))
                changed += putRegion(db, facility) ? 1 : 0;
            else
                file->errors.push_back(
                    {"facility.village_unknown", "没有这个村", facility.code.value});
        }
        audit(db, admin.clock.wallMs(), "command", "facilities.import", path,
              fmt::format("{} changed", changed));
        return {};
    });
    if (!written) return written;
    admin.out << fmt::format("设施：新增或更改 {}\n", changed);
    if (file->errors.empty()) return {};
    printErrors(admin, file->errors);
    return base::fail("csv.lines_refused",
                      fmt::format("{} 行被拒绝，其余已导入", file->errors.size()), path);
}

}  // namespace

void addSetupCommands(CLI::App& app, Admin& admin)
{
    auto county = std::make_shared<std::string>();
    addCommand(app, admin, "init", "新建一个县（市、区）的库",
               [&admin, county]() -> base::Result<void> {
                   auto made = initFolder(admin.data, *county, admin.random);
                   if (made)
                       admin.out << "已建立：" << *county << " " << admin.data.string() << "\n";
                   return made;
               })
        .needs("county", *county, "县（市、区）名称");

    auto csv = std::make_shared<std::string>();
    addCommand(app, admin, "import-regions", "从 CSV 导入镇街和村", [&admin, csv] {
        return importRegionsFile(admin, *csv);
    }).needs("file", *csv, "CSV 文件");

    auto facilities = std::make_shared<std::string>();
    addCommand(app, admin, "import-facilities", "从 CSV 导入设施（代码,名称），如终端、公厕、河段",
               [&admin, facilities] { return importFacilities(admin, *facilities); })
        .needs("file", *facilities, "CSV 文件");
}

}  // namespace hub
