#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/demo.h"
#include "sync/hub/folder.h"

namespace hub {

namespace {
std::string linesOf(const std::vector<DemoPerson>& people)
{
    std::string lines;
    for (const DemoPerson& person : people)
        lines += fmt::format("{} {} {} {}\n", person.id, person.code, person.name, person.role);
    return lines;
}

/// Readable by its owner only, from before the first byte is in it.
base::Result<void> writeSecret(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::trunc).flush();
    std::error_code error;
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    std::ofstream out(path, std::ios::trunc);
    out << text;
    out.flush();
    if (error || !out) return base::fail("file.unwritable", "写不了登记码文件", path);
    return {};
}

base::Result<void> demo(Admin& admin, const std::string& codesFile)
{
    if (auto made = initFolder(admin.data, "东阳市（演示）", admin.random);
        !made && made.error().code != "hub.exists")
        return made;
    std::string lines;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        const auto people = fillDemo(db, admin.clock.wallMs(), admin.random);
        if (!people) return tl::unexpected(people.error());
        lines = linesOf(*people);
        return codesFile.empty() ? base::Result<void>() : writeSecret(codesFile, lines);
    });
    if (!written) return written;
    admin.out << "演示县已建立：18 个镇街、40 个虚构的村、三份示例检查表、一个已发布的批次（编号 "
                 "demo）\n";
    if (codesFile.empty())
        admin.out << "登记码（编号 登记码 姓名 角色）：\n" << lines;
    else
        admin.out << "登记码在 " << codesFile << "（仅本人可读）\n";
    return {};
}
}  // namespace

void addDemoCommand(CLI::App& app, Admin& admin)
{
    auto codes = std::make_shared<std::string>();
    addCommand(app, admin, "demo", "在空文件夹里建一个演示县", [&admin, codes] {
        return demo(admin, *codes);
    }).takes("--codes", *codes, "登记码写到这个文件，不显示在屏幕上");
}

}  // namespace hub
