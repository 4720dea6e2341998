#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>

#include "core/documents/figures.h"
#include "core/documents/rectification_notice.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/domain/word_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
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
};

std::string stateInWords(domain::RectificationState state)
{
    const char* words[] = {"待下发", "已下发", "整改中", "已反馈",
                           "退回",   "已复查", "已销号", "已撤销"};
    return words[static_cast<std::size_t>(state)];
}

std::string nameOf(Connection& db, const std::string& code)
{
    const auto region = findRegion(db, {code});
    return region ? region->name : code;
}

/// Issued tasks of a campaign by town, in the order in which they were issued.
std::map<std::string, std::vector<documents::RectificationItem>> tasksByTown(
    Connection& db, const domain::Campaign& campaign, const std::string& number)
{
    std::map<std::string, std::vector<documents::RectificationItem>> towns;
    readLog(db, 0, [&](const Logged& logged) {
        if (domain::kindOf(logged.kind) != domain::RecordKind::rectification) return true;
        const auto step = stored(
            domain::rectificationStepFromJson(stored(domain::recordFromJson(logged.bytes)).body));
        if (!step.notice || step.notice->campaign != campaign.id ||
            (!number.empty() && step.notice->number != number))
            return true;
        const auto task = findRectification(db, step.finding);
        towns[logged.concerns.town].push_back({nameOf(db, logged.concerns.village), *step.notice,
                                               task ? stateInWords(task->state) : std::string()});
        return true;
    });
    return towns;
}

base::Result<void> notices(Admin& admin, const NoticeArguments& arguments)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        std::vector<documents::Table> tables;
        const std::filesystem::path folder(arguments.folder);
        std::filesystem::create_directories(folder);
        for (auto& [town, items] : tasksByTown(db, *campaign, arguments.number)) {
            documents::RectificationNoticeFor notice;
            notice.issuer = arguments.issuer;
            notice.number = items.front().notice.number;
            notice.town = nameOf(db, town);
            notice.campaign = campaign->name;
            notice.day = documents::dayOf(admin.clock.wallMs());
            notice.items = std::move(items);
            tables.push_back(documents::rectificationTable(notice));
            const auto docx = documents::rectificationDocx(notice);
            if (!docx) return tl::unexpected(docx.error());
            const auto file = folder / ("整改通知单-" + notice.town + ".docx");
            if (auto saved = writeFile(file, *docx); !saved) return saved;
            admin.out << fmt::format("已生成 {}（{} 项）\n", file.string(), notice.items.size());
        }
        if (tables.empty())
            return base::fail("rectification.none", "这个批次还没有下发整改", arguments.campaign);
        const auto list = folder / "整改清单.xlsx";
        if (auto saved = documents::writeTables(tables, admin.clock.wallMs(), list.string());
            !saved)
            return saved;
        admin.out << fmt::format("已生成 {}\n", list.string());
        return {};
    });
}

struct AuditArguments {
    int months = 6;
    std::string file;
};

/// Walks the log and says of each decision what the thing's state was before and after.
class AuditTrail {
public:
    AuditTrail(Connection& db, std::int64_t fromMs) : m_db(db), m_fromMs(fromMs)
    {
        m_table.name = "审计";
        m_table.title = "审核、整改与申诉的全部决定";
        m_table.landscape = true;
        using documents::ColumnKind;
        m_table.columns = {
            {"日志号", 8, ColumnKind::count},     {"收到时间", 18, ColumnKind::centre},
            {"设备时间", 18, ColumnKind::centre}, {"谁", 10, ColumnKind::centre},
            {"设备", 12, ColumnKind::text},       {"村", 12, ColumnKind::centre},
            {"对象", 38, ColumnKind::text},       {"做了什么", 12, ColumnKind::centre},
            {"之前", 12, ColumnKind::centre},     {"之后", 12, ColumnKind::centre},
            {"说明", 30, ColumnKind::text},       {"SHA-256", 20, ColumnKind::text}};
    }

    void see(const Logged& logged)
    {
        const domain::Record record = stored(domain::recordFromJson(logged.bytes));
        switch (domain::kindOf(record.kind)) {
            case domain::RecordKind::inspection: {
                const auto inspection = stored(domain::inspectionFromJson(record.body));
                put(logged, record, inspection.id.value,
                    fmt::format("提交第 {} 版", inspection.revision), "submitted", {});
                return;
            }
            case domain::RecordKind::review: {
                const auto review = stored(domain::reviewFromJson(record.body));
                std::string words = review.comment;
                for (const domain::Adjustment& one : review.adjustments)
                    words += fmt::format("；{} 改为 {} 分：{}", one.itemCode,
                                         base::toText(one.points), one.reason);
                put(logged, record, review.inspection.value, domain::wordOf(review.decision),
                    domain::wordOf(review.decision), words);
                return;
            }
            case domain::RecordKind::rectification: {
                const auto step = stored(domain::rectificationStepFromJson(record.body));
                put(logged, record, step.finding.value, domain::wordOf(step.action),
                    domain::wordOf(step.action), step.comment);
                return;
            }
            case domain::RecordKind::appeal: {
                const auto appeal = stored(domain::appealFromJson(record.body));
                put(logged, record, appeal.inspection.value + " " + appeal.itemCode, "appeal",
                    "appealed", appeal.reason);
                return;
            }
            case domain::RecordKind::publication:
            case domain::RecordKind::redaction:
            case domain::RecordKind::photoReceived:
            case domain::RecordKind::photoRejected:
            case domain::RecordKind::scope:
            case domain::RecordKind::unknown:
                return;
        }
    }

    const documents::Table& table() const { return m_table; }

private:
    void put(const Logged& logged, const domain::Record& record, const std::string& object,
             const std::string& what, const std::string& after, const std::string& words)
    {
        std::string& state = m_states[object];
        if (logged.receivedMs >= m_fromMs) {
            const auto who = findUser(m_db, record.author.value);
            m_table.rows.push_back({std::to_string(logged.seq), timeOf(logged.receivedMs),
                                    timeOf(record.createdAtMs),
                                    who ? who->name : record.author.value, record.device.value,
                                    nameOf(m_db, logged.concerns.village), object, what,
                                    state.empty() ? "—" : state, after, words, logged.sha256});
        }
        state = after;
    }

    static std::string timeOf(std::int64_t ms)
    {
        const std::int64_t seconds = (ms + 8 * 3'600'000) / 1000 % 86'400;
        return fmt::format("{} {:02}:{:02}:{:02}", documents::dayOf(ms), seconds / 3600,
                           seconds / 60 % 60, seconds % 60);
    }

    Connection& m_db;
    std::int64_t m_fromMs;
    std::map<std::string, std::string> m_states;
    documents::Table m_table;
};

base::Result<void> exportAudit(Admin& admin, const AuditArguments& arguments)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        constexpr std::int64_t monthMs = 31LL * 86'400'000;
        AuditTrail trail(
            db, arguments.months <= 0 ? 0 : admin.clock.wallMs() - arguments.months * monthMs);
        readLog(db, 0, [&](const Logged& logged) {
            trail.see(logged);
            return true;
        });
        auto written =
            documents::writeTables({trail.table()}, admin.clock.wallMs(), arguments.file);
        if (written)
            admin.out << fmt::format("已导出 {} 条决定到 {}\n", trail.table().rows.size(),
                                     arguments.file);
        return written;
    });
}
}  // namespace

void addRectificationCommands(CLI::App& app, Admin& admin)
{
    auto notice = std::make_shared<NoticeArguments>();
    CLI::App* made = addCommand(app, admin, "rectification-notices",
                                "已下发的整改：每个镇街一份整改通知单 .docx，另有清单 .xlsx",
                                [&admin, notice] { return notices(admin, *notice); });
    made->add_option("campaign", notice->campaign, "批次编号或名称")->required();
    made->add_option("--folder", notice->folder, "放到哪个文件夹");
    made->add_option("--issuer", notice->issuer, "发文机关");
    made->add_option("--number", notice->number, "只要这个文号的");

    auto audit = std::make_shared<AuditArguments>();
    CLI::App* exported =
        addCommand(app, admin, "export-audit",
                   "导出审核、整改、申诉的全部决定，写明前后状态、谁、何时、哪台设备",
                   [&admin, audit] { return exportAudit(admin, *audit); });
    exported->add_option("file", audit->file, "写到哪个 .xlsx")->required();
    exported->add_option("--months", audit->months, "最近几个月，0 为全部（默认 6）");
}

}  // namespace hub
