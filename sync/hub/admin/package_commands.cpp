#include <fmt/format.h>

#include <ostream>

#include "core/report/package.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/time_text.h"
#include "sync/hub/ranking/publish.h"
#include "sync/hub/store/audit.h"

// Frozen rankings: publishing them, correcting them, checking them.
namespace hub {

namespace {

std::string standing(int place, base::Points points)
{
    return place == 0 ? "未排名" : fmt::format("第 {} 名 {} 分", place, base::toText(points));
}

void printChanges(Admin& admin, const report::VerifiedPackage& package)
{
    if (package.replaces.empty()) return;
    admin.out << fmt::format("更正的是指纹为 {} 的排名包，原因：{}\n", package.replaces,
                             package.reason);
    for (const report::PackageChange& change : package.changes) {
        std::string name = change.village.value;
        for (const ranking::Village& village : package.input.villages)
            if (village.code == change.village) name = village.name;
        admin.out << fmt::format("  {}：{} → {}\n", name,
                                 standing(change.placeBefore, change.pointsBefore),
                                 standing(change.placeAfter, change.pointsAfter));
    }
    for (const std::string& part : package.changedParts)
        admin.out << fmt::format("  改动的部分 {}\n", part);
}

base::Result<report::VerifiedPackage> verified(Admin& admin, const std::string& path)
{
    const auto text = readFile(path, packageBytesAtMost);
    if (!text) return tl::unexpected(text.error());
    auto package = report::verifyPackage(*text);
    if (package) return std::move(*package);
    printErrors(admin, package.error());
    return base::fail("package.refused", "排名包没有通过核对", path);
}

struct FreezeArguments {
    std::string campaign;
    std::string file;
    std::string reason;
};

base::Result<void> freeze(Admin& admin, const FreezeArguments& arguments)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        const auto published =
            publishRanking(db, *campaign, arguments.reason, admin.clock.wallMs());
        if (!published) return tl::unexpected(published.error());
        const std::string text = *packageText(db, published->sha256);
        if (auto saved = writeFile(arguments.file, text); !saved) return saved;
        audit(db, admin.clock.wallMs(), "command", "ranking.freeze", campaign->id.value,
              published->sha256 + (arguments.reason.empty() ? "" : " " + arguments.reason));
        admin.out << fmt::format("排名包 {}\n指纹 {}\n", arguments.file, published->sha256);
        printChanges(admin, *report::verifyPackage(text));
        return {};
    });
}

base::Result<void> verify(Admin& admin, const std::string& path, const std::string& beforePath)
{
    const auto package = verified(admin, path);
    if (!package) return tl::unexpected(package.error());
    admin.out << fmt::format("核对无误：{}，{} 次检查，重算结果逐字节相同\n指纹 {}\n",
                             package->ranking.name, package->inspections.size(), package->sha256);
    printChanges(admin, *package);
    if (beforePath.empty()) return {};
    const auto before = verified(admin, beforePath);
    if (!before) return tl::unexpected(before.error());
    const base::Errors errors = report::problemsOfCorrection(*before, *package);
    printErrors(admin, errors);
    if (!errors.empty()) return base::fail("package.refused", "更正所说与实际不符", path);
    admin.out << "更正所列的变化与两个排名包的差别一致\n";
    return {};
}

base::Result<void> listPublications(Admin& admin, const std::string& text, int number,
                                    const std::string& file)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, text);
        if (!campaign) return tl::unexpected(campaign.error());
        bool saved = file.empty();
        for (const Publication& one : publicationsOf(db, campaign->id)) {
            admin.out << fmt::format("{} {} {}", one.number, timeText(one.madeMs), one.sha256);
            if (!one.replaces.empty())
                admin.out << fmt::format(" 更正第 {} 次：{}，{} 个村有变化", one.number - 1,
                                         one.reason, one.changed);
            admin.out << "\n";
            if (saved || (number != 0 && one.number != number)) continue;
            if (number == 0 && one.sha256 != lastPublication(db, campaign->id)->sha256) continue;
            if (auto done = writeFile(file, *packageText(db, one.sha256)); !done) return done;
            saved = true;
        }
        if (!saved) return base::fail("publish.unknown", "没有这一次公布", campaign->name);
        return {};
    });
}

}  // namespace

void addPackageCommands(CLI::App& app, Admin& admin)
{
    auto freezing = std::make_shared<FreezeArguments>();
    Command command = addCommand(
        app, admin, "freeze",
        "公布批次的排名：冻结成任何人都能重算的排名包，库里留底；已公布过的须写原因，作为更正",
        [&admin, freezing] { return freeze(admin, *freezing); });
    command.needs("campaign", freezing->campaign, "批次编号或名称");
    command.needs("file", freezing->file, "排名包写到哪个文件");
    command.takes("--reason", freezing->reason, "更正的原因");

    auto package = std::make_shared<std::string>();
    auto before = std::make_shared<std::string>();
    Command verifying =
        addCommand(app, admin, "verify", "重算一个排名包，逐字节核对（不需要数据库）",
                   [&admin, package, before] { return verify(admin, *package, *before); });
    verifying.needs("package", *package, "排名包文件");
    verifying.takes("--corrects", *before, "被更正的排名包：再核对所列的变化是否属实");

    auto campaign = std::make_shared<std::string>();
    auto number = std::make_shared<int>(0);
    auto file = std::make_shared<std::string>();
    Command listing =
        addCommand(app, admin, "publications", "批次公布过的排名：第几次、何时、指纹、更正了什么",
                   [&admin, campaign, number, file] {
                       return listPublications(admin, *campaign, *number, *file);
                   });
    listing.needs("campaign", *campaign, "批次编号或名称");
    listing.takes("--out", *file, "把排名包另存到这个文件");
    listing.takes("--number", *number, "另存第几次（默认最近一次）");
}

}  // namespace hub
