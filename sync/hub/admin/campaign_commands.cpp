#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>

#include "core/base/points.h"
#include "core/domain/limits.h"
#include "core/domain/word_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/import/campaign_rules.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/import/utf8.h"
#include "sync/hub/store/audit.h"

namespace hub {

namespace {
constexpr std::size_t rulesBytes = 1024 * 1024;

struct NewCampaign {
    std::string id;
    std::string name;
    std::string from;
    std::string to;
    std::string period = "custom";
    std::vector<std::string> sheets;
    std::vector<std::string> places;
    std::vector<std::string> excluded;
    std::string placesFile;
    std::string rulesFile;
    bool all = false;
    bool publish = false;
};

bool isDay(const std::string& text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto digits = [&](std::size_t at, std::size_t count) {
        const std::string part = text.substr(at, count);
        return part.find_first_not_of("0123456789") == std::string::npos ? std::stoi(part) : -1;
    };
    const int month = digits(5, 2);
    const int day = digits(8, 2);
    return digits(0, 4) >= 2000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// "MV=50" takes the newest version, "MV@2=50" a certain one.
base::Result<domain::WeightedChecklist> sheetOfText(Connection& db, const std::string& text)
{
    const std::size_t equals = text.find('=');
    const auto weight = equals == std::string::npos
                            ? base::fail("campaign.sheet", "应写成 种类=权重，如 MV=50", text)
                            : base::pointsFromText(text.substr(equals + 1));
    if (!weight || *weight <= base::Points{})
        return base::fail("campaign.sheet", "应写成 种类=权重，权重大于 0，如 MV=50", text);
    const std::string name = text.substr(0, equals);
    domain::WeightedChecklist sheet;
    sheet.weight = *weight;
    for (const domain::ChecklistRef& ref : listChecklists(db))
        if (name == ref.kind || name == fmt::format("{}@{}", ref.kind, ref.version))
            sheet.checklist = ref;
    if (sheet.checklist.kind.empty())
        return base::fail("campaign.sheet_unknown", "没有这个检查表，请先导入", name);
    return sheet;
}

base::Result<std::vector<std::string>> placesOfFile(const std::string& path)
{
    const auto text = readFile(path, 16 * 1024 * 1024);
    if (!text) return tl::unexpected(text.error());
    std::vector<std::string> places;
    for (const CsvLine& line : csvLines(*text))
        places.emplace_back(line.text.substr(0, line.text.find(',')));
    return places;
}

base::Result<void> fillPlaces(Connection& db, const NewCampaign& wanted, domain::Campaign& campaign)
{
    std::vector<std::string> places = wanted.places;
    if (!wanted.placesFile.empty()) {
        auto more = placesOfFile(wanted.placesFile);
        if (!more) return tl::unexpected(more.error());
        places.insert(places.end(), more->begin(), more->end());
    }
    if (wanted.all != places.empty())
        return base::fail("campaign.places",
                          "请用 --all，或用 --places / --places-file 说明参评的镇街和村");
    auto villages = wanted.all ? base::Result<std::vector<domain::RegionCode>>(allVillages(db))
                               : villagesOf(db, places);
    if (!villages) return tl::unexpected(villages.error());
    auto excluded = villagesOf(db, wanted.excluded);
    if (!excluded) return tl::unexpected(excluded.error());
    campaign.excluded = *excluded;
    std::set_difference(villages->begin(), villages->end(), excluded->begin(), excluded->end(),
                        std::back_inserter(campaign.participants));
    if (campaign.participants.empty())
        return base::fail("campaign.empty", "没有参评的村", wanted.name);
    return {};
}

base::Result<domain::Campaign> campaignOf(Connection& db, const NewCampaign& wanted,
                                          const std::string& id)
{
    domain::Campaign campaign;
    campaign.id.value = id;
    campaign.name = wanted.name;
    campaign.firstDay = wanted.from;
    campaign.lastDay = wanted.to;
    if (wanted.name.empty() || !isCleanUtf8(wanted.name) ||
        utf8Length(wanted.name) > domain::limits::nameCharacters)
        return base::fail("campaign.name", "批次名称为空、太长或不是有效的文字", wanted.name);
    if (!isDay(wanted.from) || !isDay(wanted.to) || wanted.to < wanted.from)
        return base::fail("campaign.days", "起止日期应为 2026-11-01 这样的日子，且不倒置",
                          wanted.from + " " + wanted.to);
    const auto period = periodOfWord(wanted.period);
    if (!period)
        return base::fail("campaign.period", "周期应为 month、quarter、year 或 custom",
                          wanted.period);
    campaign.period = *period;
    for (const std::string& text : wanted.sheets) {
        const auto sheet = sheetOfText(db, text);
        if (!sheet) return tl::unexpected(sheet.error());
        for (const domain::WeightedChecklist& other : campaign.checklists)
            if (other.checklist.kind == sheet->checklist.kind)
                return base::fail("campaign.sheet_doubled", "同一种检查表写了两次", text);
        campaign.checklists.push_back(*sheet);
    }
    if (auto places = fillPlaces(db, wanted, campaign); !places)
        return tl::unexpected(places.error());
    if (wanted.rulesFile.empty()) return campaign;
    const auto rules = readFile(wanted.rulesFile, rulesBytes);
    if (!rules) return tl::unexpected(rules.error());
    return withRules(campaign, *rules);
}

base::Result<void> addCampaign(Admin& admin, const NewCampaign& wanted)
{
    const std::string id = wanted.id.empty() ? admin.ids().next() : wanted.id;
    std::size_t villages = 0;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        auto campaign = campaignOf(db, wanted, id);
        if (!campaign) return tl::unexpected(campaign.error());
        if (findCampaign(db, id)) return base::fail("campaign.exists", "已有这个编号的批次", id);
        if (wanted.publish) campaign->state = domain::CampaignState::published;
        villages = campaign->participants.size();
        audit(db, admin.clock.wallMs(), "command", "campaign.add", id, campaign->name);
        return putCampaign(db, *campaign);
    });
    if (written)
        admin.out << fmt::format("批次 {} {}，{} 个村，{}\n", id, wanted.name, villages,
                                 wanted.publish ? "已发布" : "草稿");
    return written;
}

base::Result<void> setState(Admin& admin, const std::string& text, domain::CampaignState state)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        auto campaign = findCampaignByText(db, text);
        if (!campaign) return tl::unexpected(campaign.error());
        if (campaign->state == state)
            return base::fail("campaign.state", "批次已经是这个状态", campaign->name);
        if (state == domain::CampaignState::closed &&
            campaign->state == domain::CampaignState::draft)
            return base::fail("campaign.state", "草稿不用结束，直接不发布即可", campaign->name);
        campaign->state = state;
        audit(db, admin.clock.wallMs(), "command", "campaign." + domain::wordOf(state),
              campaign->id.value, campaign->name);
        auto put = putCampaign(db, *campaign);
        if (put) admin.out << domain::wordOf(state) << " " << campaign->name << "\n";
        return put;
    });
}

struct NewAssignment {
    std::string campaign;
    std::string user;
    std::vector<std::string> places;
    std::vector<std::string> kinds;
};

base::Result<void> assign(Admin& admin, const NewAssignment& wanted)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, wanted.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        const auto user = findUserByText(db, wanted.user);
        if (!user) return tl::unexpected(user.error());
        if (user->role != domain::Role::inspector)
            return base::fail("assign.role", "只能分给检查员", user->name);
        domain::Assignment assignment{campaign->id, user->id, {}, wanted.kinds};
        for (const std::string& kind : wanted.kinds)
            if (std::none_of(campaign->checklists.begin(), campaign->checklists.end(),
                             [&](const auto& sheet) { return sheet.checklist.kind == kind; }))
                return base::fail("assign.kind", "批次没有这种检查表", kind);
        for (const std::string& place : wanted.places) {
            const auto region = findRegionByText(db, place);
            if (!region) return tl::unexpected(region.error());
            assignment.regions.push_back(region->code);
        }
        putAssignment(db, assignment);
        audit(db, admin.clock.wallMs(), "command", "assign", user->id.value,
              campaign->name + fmt::format(" {} regions", assignment.regions.size()));
        admin.out << fmt::format("{}：{} 个镇街或村分给 {}\n", campaign->name,
                                 assignment.regions.size(), user->name);
        return {};
    });
}
}  // namespace

void addCampaignCommands(CLI::App& app, Admin& admin)
{
    auto wanted = std::make_shared<NewCampaign>();
    CLI::App* add = addCommand(app, admin, "add-campaign", "新建批次",
                               [&admin, wanted] { return addCampaign(admin, *wanted); });
    add->add_option("name", wanted->name, "名称")->required();
    add->add_option("sheets", wanted->sheets, "检查表和权重，如 MV=50 LJ=30 WS=20")->required();
    add->add_option("--from", wanted->from, "第一天，2026-11-01")->required();
    add->add_option("--to", wanted->to, "最后一天")->required();
    add->add_option("--period", wanted->period, "month quarter year custom");
    add->add_flag("--all", wanted->all, "所有的村参评");
    add->add_option("--places", wanted->places, "参评的镇街和村，代码或名称");
    add->add_option("--places-file", wanted->placesFile, "参评名单文件，每行一个代码或名称");
    add->add_option("--exclude", wanted->excluded, "不参评的镇街和村");
    add->add_option("--rules", wanted->rulesFile, "排名规则 JSON，只写与默认不同的");
    add->add_option("--id", wanted->id, "编号（默认自动）");
    add->add_flag("--publish", wanted->publish, "立即发布");

    const std::pair<const char*, domain::CampaignState> states[] = {
        {"publish", domain::CampaignState::published}, {"close", domain::CampaignState::closed}};
    for (const auto& [name, state] : states) {
        auto campaign = std::make_shared<std::string>();
        addCommand(app, admin, name,
                   state == domain::CampaignState::published ? "发布批次，此后不能改"
                                                             : "结束批次，不再收新的检查",
                   [&admin, campaign, wantedState = state] {
                       return setState(admin, *campaign, wantedState);
                   })
            ->add_option("campaign", *campaign, "批次编号或名称")
            ->required();
    }

    auto assignment = std::make_shared<NewAssignment>();
    CLI::App* assignCommand =
        addCommand(app, admin, "assign", "把镇街或村分给检查员（代替原来的分工）",
                   [&admin, assignment] { return assign(admin, *assignment); });
    assignCommand->add_option("campaign", assignment->campaign, "批次编号或名称")->required();
    assignCommand->add_option("user", assignment->user, "检查员编号或姓名")->required();
    assignCommand->add_option("places", assignment->places, "镇街和村，代码或名称")->required();
    assignCommand->add_option("--kinds", assignment->kinds, "只查这些检查表，如 MV LJ（默认全部）");
}

}  // namespace hub
