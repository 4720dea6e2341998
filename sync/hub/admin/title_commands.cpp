#include <fmt/format.h>

#include <ostream>

#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/import/titles_csv.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/titles.h"

// 称号: who bears which title when.
namespace hub {

namespace {

base::Result<void> importTitles(Admin& admin, const std::string& path)
{
    const auto text = readFile(path, 16 * 1024 * 1024);
    if (!text) return tl::unexpected(text.error());
    auto file = readTitlesCsv(*text);
    if (!file) {
        base::Error error = file.error();
        error.where = error.where.empty() ? path : path + " " + error.where;
        return tl::unexpected(error);
    }
    int changed = 0;
    int same = 0;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        for (const TitleLine& line : file->lines) {
            const auto region = findRegionByText(db, line.place);
            if (region)
                ++(putTitle(db, {region->code, line.title, line.firstDay, line.lastDay}) ? changed
                                                                                         : same);
            else
                file->errors.push_back({region.error().code,
                                        region.error().message + "：" + line.place,
                                        fmt::format("line {}", line.number)});
        }
        audit(db, admin.clock.wallMs(), "command", "titles.import", path,
              fmt::format("{} changed", changed));
        return {};
    });
    if (!written) return written;
    admin.out << fmt::format("称号：新增或更改 {}，不变 {}\n", changed, same);
    if (file->errors.empty()) return {};
    printErrors(admin, file->errors);
    return base::fail("csv.lines_refused",
                      fmt::format("{} 行被拒绝，其余已导入", file->errors.size()), path);
}

}  // namespace

void addTitleCommands(CLI::App& app, Admin& admin)
{
    auto csv = std::make_shared<std::string>();
    addCommand(app, admin, "import-titles",
               "从 CSV 导入称号（村,称号,起,止），批次可按称号参评、排除、分组",
               [&admin, csv] { return importTitles(admin, *csv); })
        .needs("file", *csv, "CSV 文件");
}

}  // namespace hub
