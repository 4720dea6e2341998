#include <fmt/format.h>

#include <ostream>

#include "sync/hub/admin/accept.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/backup.h"
#include "sync/hub/admin/check.h"
#include "sync/hub/admin/rescue.h"
#include "sync/hub/folder.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"

namespace hub {

namespace {
base::Result<void> repair(Admin& admin, const CheckReport& report)
{
    auto asked = admin.write([&](Connection& db) -> base::Result<void> {
        const std::int64_t nowMs = admin.clock.wallMs();
        for (const domain::Sha256& sha256 : report.lost)
            audit(db, nowMs, "command", "photo.lost", sha256.value);
        return askAgain(db, report, nowMs, admin.ids());
    });
    if (asked) admin.out << fmt::format("已请平板重传 {} 张照片\n", report.lost.size());
    return asked;
}

base::Result<void> check(Admin& admin, bool repairing)
{
    auto connection = admin.open();
    if (!connection) return tl::unexpected(connection.error());
    const CheckReport report = checkEverything(**connection, admin.data / "media");
    admin.out << fmt::format("检查了 {} 条记录、{} 张照片\n", report.records, report.photos);
    if (report.errors.empty()) {
        admin.out << "没有发现问题\n";
        return {};
    }
    printErrors(admin, report.errors);
    if (repairing && !report.lost.empty())
        if (auto asked = repair(admin, report); !asked) return asked;
    return base::fail("check.failed", fmt::format("发现 {} 个问题", report.errors.size()),
                      admin.data.string());
}

base::Result<void> rebuildAll(Admin& admin)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const std::string before = projectionsHash(db);
        const std::int64_t records = rebuild(db);
        const bool same = projectionsHash(db) == before;
        bumpPart(db, "rankings");
        audit(db, admin.clock.wallMs(), "command", "hub.rebuild", std::to_string(records),
              same ? "same" : "differed");
        admin.out << fmt::format("由 {} 条记录重建，与原来{}\n", records, same ? "相同" : "不同");
        return {};
    });
}

base::Result<void> makeBackup(Admin& admin, const std::string& target)
{
    const auto report = backUp(admin.data, target);
    if (!report) return tl::unexpected(report.error());
    const auto noted = admin.write([&](Connection& db) -> base::Result<void> {
        audit(db, admin.clock.wallMs(), "command", "hub.backup", std::to_string(report->lastSeq),
              target);
        return {};
    });
    if (!noted) return noted;
    admin.out << fmt::format("已备份到第 {} 条记录；照片新复制 {} 张，已有 {} 张\n",
                             report->lastSeq, report->filesCopied, report->filesThere);
    return {};
}

base::Result<void> putBack(Admin& admin, const std::string& source)
{
    if (source.empty()) {
        const auto lock = FolderLock::take(admin.data);
        if (!lock) return tl::unexpected(lock.error());
        if (const auto open = admin.open(); !open) return tl::unexpected(open.error());
    }
    const auto epoch = source.empty()
                           ? declareRestored(admin.data, admin.random, admin.clock.wallMs())
                           : restore(admin.data, source, admin.random, admin.clock.wallMs());
    if (!epoch) return tl::unexpected(epoch.error());
    admin.out << "已恢复，新的纪元 " << *epoch << "；平板下次同步时会补传\n";
    return {};
}

base::Result<void> acceptOne(Admin& admin, const std::string& record)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto taken = acceptSetAside(db, {record}, admin.ids(), admin.clock.wallMs());
        if (!taken) return tl::unexpected(taken.error());
        admin.out << fmt::format("已收入日志，第 {} 条\n", taken->seq);
        for (const domain::RecordId& other : taken->withIt)
            admin.out << fmt::format("等着它的记录也已生效：{}\n", other.value);
        return {};
    });
}

base::Result<void> takeRescue(Admin& admin, const std::string& file, const std::string& code)
{
    const auto report = importRescue(admin.data, file, code, admin.clock, admin.random);
    if (!report) return tl::unexpected(report.error());
    admin.out << fmt::format(
        "收下 {} 条记录（其中 {} 条已有，{} 条在隔离区或有冲突）、{} 张照片（其中 {} 张已有）\n",
        report->records, report->known, report->setAside, report->photos, report->photosKnown);
    if (report->photosBad > 0)
        admin.out << fmt::format("{} 张照片已损坏，没有收下\n", report->photosBad);
    if (report->refused.empty()) return {};
    admin.out << fmt::format("{} 批记录没有收下，其余都已收下\n", report->refused.size());
    return tl::unexpected(report->refused.front());
}

base::Result<void> setDurableMode(Admin& admin, const std::string& mode)
{
    if (mode != "local" && mode != "backup")
        return base::fail("durable.mode", "应为 local（写盘即可）或 backup（进了备份才算）", mode);
    return admin.write([&](Connection& db) -> base::Result<void> {
        setDurable(db, mode);
        audit(db, admin.clock.wallMs(), "command", "hub.durable", mode);
        return {};
    });
}
}  // namespace

void addCareCommands(CLI::App& app, Admin& admin)
{
    auto repairing = std::make_shared<bool>(false);
    addCommand(app, admin, "check", "重新核对每条记录和每张照片", [&admin, repairing] {
        return check(admin, *repairing);
    }).flag("--repair", *repairing, "坏了或不见的照片，请仍存有它的平板重传（不用停止服务）");
    addCommand(app, admin, "rebuild", "由日志重建查询用的表",
               [&admin] { return rebuildAll(admin); });

    auto target = std::make_shared<std::string>();
    addCommand(app, admin, "backup", "备份到另一个文件夹（不用停止服务）", [&admin, target] {
        return makeBackup(admin, *target);
    }).needs("folder", *target, "目标文件夹");

    auto source = std::make_shared<std::string>();
    addCommand(app, admin, "restore", "从备份恢复；不给备份时，声明现有的库是恢复来的",
               [&admin, source] { return putBack(admin, *source); })
        .takes("folder", *source, "备份文件夹");

    auto record = std::make_shared<std::string>();
    addCommand(app, admin, "accept", "把隔离区里的一次检查收入日志", [&admin, record] {
        return acceptOne(admin, *record);
    }).needs("record", *record, "记录编号，见 list quarantine");

    auto file = std::make_shared<std::string>();
    auto code = std::make_shared<std::string>();
    Command rescue =
        addCommand(app, admin, "import-rescue", "收下平板导出的救援文件（不用停止服务）",
                   [&admin, file, code] { return takeRescue(admin, *file, *code); });
    rescue.needs("file", *file, "救援文件");
    rescue.needs("code", *code, "导出时平板显示的口令");

    auto mode = std::make_shared<std::string>();
    addCommand(app, admin, "durable", "平板何时可以删照片：local 或 backup", [&admin, mode] {
        return setDurableMode(admin, *mode);
    }).needs("mode", *mode, "local 或 backup");
}

}  // namespace hub
