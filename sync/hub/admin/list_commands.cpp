#include <fmt/format.h>

#include <ostream>

#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/time_text.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/sheet_versions.h"
#include "sync/hub/store/titles.h"

namespace hub {

namespace {
void listRegionsOf(Admin& admin, Connection& db)
{
    for (const domain::Region& town : listRegions(db, domain::RegionKind::town)) {
        int villages = 0;
        for (const domain::Region& village : listRegions(db, domain::RegionKind::village))
            villages += village.parent == town.code ? 1 : 0;
        admin.out << fmt::format("{} {} {} 个村级单位\n", town.code.value, town.name, villages);
    }
}

void listUsersOf(Admin& admin, Connection& db)
{
    for (const domain::User& user : listUsers(db))
        admin.out << fmt::format("{} {} {}{}{}\n", user.id.value, user.name,
                                 domain::wordOf(user.role), user.mayAdjust ? " 可调整分数" : "",
                                 user.active ? "" : " 已停用");
}

void listDevicesOf(Admin& admin, Connection& db)
{
    for (const Device& device : listDevices(db))
        admin.out << fmt::format(
            "{} {} 用户 {} 登记于 {}{}{}\n", device.id.value, device.name, device.user.value,
            timeText(device.enrolledMs), device.revokedMs == 0 ? "" : " 已停用",
            device.clockSuspect()
                ? fmt::format(" 时钟可疑（差 {} 分钟）", device.clockOffMs / 60'000)
                : "");
}

void listCampaignsOf(Admin& admin, Connection& db)
{
    for (const domain::Campaign& campaign : listCampaigns(db)) {
        admin.out << fmt::format("{} {} {} 至 {} {} {} 个村", campaign.id.value, campaign.name,
                                 campaign.firstDay, campaign.lastDay,
                                 domain::wordOf(campaign.state), campaign.participants.size());
        for (const domain::WeightedChecklist& sheet : campaign.checklists)
            admin.out << fmt::format(" {}@{}={}", sheet.checklist.kind, sheet.checklist.version,
                                     base::toText(sheet.weight));
        admin.out << "\n";
    }
}

void listAssignmentsOf(Admin& admin, Connection& db)
{
    for (const domain::Assignment& assignment : listAssignments(db)) {
        const auto user = findUser(db, assignment.inspector.value);
        const auto campaign = findCampaign(db, assignment.campaign.value);
        admin.out << fmt::format("{} {}：", campaign ? campaign->name : assignment.campaign.value,
                                 user ? user->name : assignment.inspector.value);
        for (const domain::RegionCode& code : assignment.regions) {
            const auto region = findRegion(db, code);
            admin.out << " " << (region ? region->name : code.value);
        }
        for (const std::string& kind : assignment.checklistKinds) admin.out << " " << kind;
        admin.out << "\n";
    }
}

void listChecklistsOf(Admin& admin, Connection& db)
{
    for (const domain::ChecklistRef& ref : listChecklists(db)) {
        const auto sheet = findChecklist(db, ref.kind, ref.version);
        admin.out << fmt::format(
            "{}@{} {}{} {}{}\n", ref.kind, ref.version, sheet ? sheet->title : std::string(),
            sheet && sheet->sample ? "（示例）" : "", ref.sha256.value.substr(0, 12),
            isRetired(db, ref.kind, ref.version) ? " 已停用" : "");
    }
    for (const domain::Checklist& draft : listDrafts(db))
        admin.out << fmt::format("{}@{} {} 草稿\n", draft.kind, draft.version, draft.title);
}

void listSetAside(Admin& admin, Connection& db)
{
    const Prepared query = db.prepare(R"(
        SELECT record, outcome, code, message, author, device, received_ms
        FROM set_aside ORDER BY received_ms, record)");
    while (query->executeStep())
        admin.out << fmt::format("{} {} [{}] {} 用户 {} 平板 {} {}\n",
                                 timeText(query->getColumn(6).getInt64()),
                                 query->getColumn(1).getString(), query->getColumn(2).getString(),
                                 query->getColumn(3).getString(), query->getColumn(4).getString(),
                                 query->getColumn(5).getString(), query->getColumn(0).getString());
}

void listAudit(Admin& admin, Connection& db)
{
    readAudit(db, 0, [&](const AuditLine& line) {
        admin.out << fmt::format("{} {} {} {} {}\n", timeText(line.atMs), line.who, line.action,
                                 line.object, line.detail);
    });
}

void listTitlesOf(Admin& admin, Connection& db)
{
    for (const Title& title : listTitles(db)) {
        const auto region = findRegion(db, title.region);
        admin.out << fmt::format("{} {} {} {} 起{}\n", title.region.value,
                                 region ? region->name : std::string(), title.title, title.firstDay,
                                 title.lastDay.empty() ? "" : "，至 " + title.lastDay);
    }
}

struct List {
    const char* name;
    void (*print)(Admin&, Connection&);
};
constexpr List lists[] = {{"regions", listRegionsOf},
                          {"users", listUsersOf},
                          {"devices", listDevicesOf},
                          {"campaigns", listCampaignsOf},
                          {"assignments", listAssignmentsOf},
                          {"checklists", listChecklistsOf},
                          {"quarantine", listSetAside},
                          {"audit", listAudit},
                          {"titles", listTitlesOf}};

base::Result<void> list(Admin& admin, const std::string& what)
{
    for (const List& each : lists)
        if (what == each.name)
            return admin.read([&](Connection& db) -> base::Result<void> {
                each.print(admin, db);
                return {};
            });
    std::string names;
    for (const List& each : lists) names += std::string(" ") + each.name;
    return base::fail("list.unknown", "可以列出：" + names, what);
}
}  // namespace

void addListCommands(CLI::App& app, Admin& admin)
{
    auto what = std::make_shared<std::string>();
    addCommand(
        app, admin, "list",
        "列出 regions users devices campaigns assignments checklists titles quarantine audit",
        [&admin, what] { return list(admin, *what); })
        .needs("what", *what, "什么");
}

}  // namespace hub
