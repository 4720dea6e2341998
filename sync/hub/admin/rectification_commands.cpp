#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>

#include "core/documents/figures.h"
#include "core/documents/rectification_notice.h"
#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/domain/region.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/audit_trail.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/pdf.h"
#include "sync/hub/media/files.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

// What goes out to towns, and what an audit asks for.
namespace hub {

namespace {

struct NoticeArguments {
    std::string campaign;
    std::string folder = ".";
    std::string issuer = "美丽乡村建设领导小组办公室";
    std::string number;
    bool pdf = false;
};

std::string stateInWords(domain::RectificationState state)
{
    constexpr const char* words[] = {"待下发", "已下发", "整改中", "已反馈",
                                     "退回",   "已复查", "已销号", "已撤销"};
    return words[static_cast<std::size_t>(state)];
}

std::string nameOf(Connection& db, const std::string& code)
{
    const auto region = findRegion(db, {code});
    return region ? region->name : code;
}

/// By town and number of the notice, in the order in which the tasks were issued; what was
/// cancelled is left out.
using Notices =
    std::map<std::pair<std::string, std::string>, std::vector<documents::RectificationItem>>;

/// The photos before, small enough for paper; one that is not on the hub, or is no picture, is left
/// out and counted.
std::vector<documents::Picture> photosOf(const media::Files& files,
                                         const domain::RectificationNotice& notice, int& missing)
{
    constexpr int longSidePx = 1000;
    std::vector<documents::Picture> photos;
    for (const domain::PhotoEntry& photo : notice.before) {
        const auto file = readFile(files.whole(photo.sha256), domain::limits::photoBytes);
        auto picture = file ? documents::scaledPicture(*file, longSidePx)
                            : base::Result<documents::Picture>(tl::unexpected(file.error()));
        if (!picture) {
            ++missing;
            continue;
        }
        picture->caption = "照片 " + documents::photoNumber(photo);
        photos.push_back(std::move(*picture));
    }
    return photos;
}

Notices issuedNotices(Connection& db, const domain::CampaignId& campaign, const std::string& number,
                      const media::Files& files, int& missing)
{
    Notices notices;
    readLog(db, 0, [&](const Logged& logged) {
        if (domain::kindOf(logged.kind) != domain::RecordKind::rectification) return true;
        const auto step = stored(
            domain::rectificationStepFromJson(stored(domain::recordFromJson(logged.bytes)).body));
        if (!step.notice || step.notice->campaign != campaign ||
            (!number.empty() && step.notice->number != number))
            return true;
        const auto task = findRectification(db, step.finding);
        if (!task || task->state == domain::RectificationState::cancelled) return true;
        notices[{logged.concerns.town, step.notice->number}].push_back(
            {nameOf(db, logged.concerns.village), *step.notice, stateInWords(task->state),
             photosOf(files, *step.notice, missing)});
        return true;
    });
    return notices;
}

/// "整改通知单-甲镇-整改〔2026〕3号", without what a file's name may not have.
std::string fileName(const documents::RectificationNoticeFor& notice)
{
    std::string name = "整改通知单-" + notice.town;
    if (!notice.number.empty()) name += "-" + notice.number;
    std::ranges::replace_if(
        name,
        [](char one) { return std::string_view("/\\:*?\"<>|").find(one) != std::string::npos; },
        '_');
    return name;
}

base::Result<void> writeNotice(Admin& admin, const NoticeArguments& arguments,
                               const documents::RectificationNoticeFor& notice)
{
    const auto docx = documents::rectificationDocx(notice);
    if (!docx) return tl::unexpected(docx.error());
    const auto file = std::filesystem::path(arguments.folder) / (fileName(notice) + ".docx");
    if (auto saved = writeFile(file, *docx); !saved) return saved;
    admin.out << fmt::format("已生成 {}（{} 项）\n", file.string(), notice.items.size());
    if (!arguments.pdf) return {};
    auto pdf = file;
    pdf.replace_extension(".pdf");
    if (auto made = docxToPdf(file, pdf); !made) return made;
    admin.out << fmt::format("已生成 {}\n", pdf.string());
    return {};
}

base::Result<void> notices(Admin& admin, const NoticeArguments& arguments)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        const std::filesystem::path folder(arguments.folder);
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        if (failed) return base::fail("file.not_written", "建不了文件夹", arguments.folder);
        std::map<std::string, documents::RectificationNoticeFor> lists;
        const media::Files files(admin.data / "media");
        int missing = 0;
        for (auto& [key, items] :
             issuedNotices(db, campaign->id, arguments.number, files, missing)) {
            documents::RectificationNoticeFor notice;
            notice.issuer = arguments.issuer;
            notice.number = key.second;
            notice.town = nameOf(db, key.first);
            notice.campaign = campaign->name;
            notice.day = documents::dayOf(admin.clock.wallMs());
            notice.items = std::move(items);
            if (auto written = writeNotice(admin, arguments, notice); !written) return written;
            auto& list = lists.try_emplace(key.first, notice).first->second;
            if (list.number != notice.number)
                list.items.insert(list.items.end(), notice.items.begin(), notice.items.end());
        }
        if (lists.empty())
            return base::fail("rectification.none", "这个批次还没有下发整改", arguments.campaign);
        std::vector<documents::Table> tables;
        for (const auto& [town, list] : lists)
            tables.push_back(documents::rectificationTable(list));
        const auto file = folder / "整改清单.xlsx";
        if (auto saved = documents::writeTables(tables, admin.clock.wallMs(), file.string());
            !saved)
            return saved;
        admin.out << fmt::format("已生成 {}\n", file.string());
        if (missing > 0)
            admin.out << fmt::format("有 {} 张照片还没有送达，通知单里没有；到齐后请再生成\n",
                                     missing);
        return {};
    });
}

struct AuditArguments {
    int months = 6;
    std::string file;
};

base::Result<void> exportAudit(Admin& admin, const AuditArguments& arguments)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        constexpr std::int64_t monthMs = 31LL * 86'400'000;
        const std::int64_t fromMs =
            arguments.months <= 0 ? 0 : admin.clock.wallMs() - arguments.months * monthMs;
        const auto tables = auditTables(db, fromMs);
        auto written = documents::writeTables(tables, admin.clock.wallMs(), arguments.file);
        if (written)
            admin.out << fmt::format("已导出 {} 条决定、{} 条未生效的记录、{} 条后台操作到 {}\n",
                                     tables[0].rows.size(), tables[1].rows.size(),
                                     tables[2].rows.size(), arguments.file);
        return written;
    });
}
}  // namespace

void addRectificationCommands(CLI::App& app, Admin& admin)
{
    auto notice = std::make_shared<NoticeArguments>();
    Command made = addCommand(app, admin, "rectification-notices",
                              "已下发的整改：每个镇街一份整改通知单 .docx，另有清单 .xlsx",
                              [&admin, notice] { return notices(admin, *notice); });
    made.needs("campaign", notice->campaign, "批次编号或名称");
    made.takes("--folder", notice->folder, "放到哪个文件夹");
    made.takes("--issuer", notice->issuer, "发文机关");
    made.takes("--number", notice->number, "只要这个文号的");
    made.flag("--pdf", notice->pdf, "通知单另出 .pdf（要用 LibreOffice）");

    auto audit = std::make_shared<AuditArguments>();
    Command exported =
        addCommand(app, admin, "export-audit",
                   "导出审核、整改、申诉的全部决定，写明前后状态、谁、何时、哪台设备",
                   [&admin, audit] { return exportAudit(admin, *audit); });
    exported.needs("file", audit->file, "写到哪个 .xlsx");
    exported.takes("--months", audit->months, "最近几个月，0 为全部（默认 6）");
}

}  // namespace hub
