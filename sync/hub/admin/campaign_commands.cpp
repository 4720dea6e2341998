#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "core/domain/word_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/new_campaign.h"
#include "sync/hub/store/audit.h"

namespace hub {

namespace {
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
    Command add = addCommand(app, admin, "add-campaign", "新建批次",
                             [&admin, wanted] { return addCampaign(admin, *wanted); });
    add.needs("name", wanted->name, "名称");
    add.takes("sheets", wanted->sheets, "检查表和权重，如 MV=50 LJ=30 WS=20");
    add.takes("--combine", wanted->combines, "合并这些批次的排名，如 一月检查=1 二月检查=1");
    add.needs("--from", wanted->from, "第一天，2026-11-01");
    add.needs("--to", wanted->to, "最后一天");
    add.takes("--period", wanted->period, "month quarter year custom");
    add.flag("--all", wanted->all, "所有的村参评");
    add.takes("--places", wanted->places, "参评的镇街和村，代码或名称");
    add.takes("--places-file", wanted->placesFile, "参评名单文件，每行一个代码或名称");
    add.takes("--exclude", wanted->excluded, "不参评的镇街和村，可写原因：下村=合并");
    add.takes("--with-title", wanted->withTitles, "只让有这些称号之一的村参评");
    add.takes("--without-title", wanted->withoutTitles, "有这些称号之一的村不参评");
    add.takes("--group-by-title", wanted->groupTitles, "按这些称号分组排名，先写的优先");
    add.takes("--previous", wanted->previous, "上期批次（默认自动找同类的，none 为没有）");
    add.takes("--rules", wanted->rulesFile, "排名规则 JSON，只写与默认不同的");
    add.takes("--photo-side", wanted->capture.photoLongSidePx, "照片长边，像素（1600）");
    add.takes("--photo-quality", wanted->capture.photoQuality, "照片 JPEG 质量（80）");
    add.takes("--accuracy", wanted->capture.accuracyLimitM, "定位误差超过多少米要说明原因（30）");
    add.flag("--originals", wanted->capture.originalsWanted, "原图也上传，排在最后");
    domain::RectificationSettings& deadlines = wanted->rectification;
    add.takes("--urgent-hours", deadlines.urgentHours, "立即整改的几小时内改好（24）");
    add.takes("--major-hours", deadlines.majorHours, "重大问题几小时内改好（72）");
    add.takes("--ordinary-hours", deadlines.ordinaryHours, "一般问题几小时内改好（168）");
    add.takes("--appeal-days", deadlines.appealDays, "审核通过后几天内可以申诉（7）");
    add.takes("--appeal-until", deadlines.appealUntil, "申诉截止日，代替天数，如 2026-12-05");
    add.takes("--id", wanted->id, "编号（默认自动）");
    add.flag("--publish", wanted->publish, "立即发布");

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
            .needs("campaign", *campaign, "批次编号或名称");
    }

    auto assignment = std::make_shared<NewAssignment>();
    Command assignCommand =
        addCommand(app, admin, "assign", "把镇街或村分给检查员（代替原来的分工）",
                   [&admin, assignment] { return assign(admin, *assignment); });
    assignCommand.needs("campaign", assignment->campaign, "批次编号或名称");
    assignCommand.needs("user", assignment->user, "检查员编号或姓名");
    assignCommand.needs("places", assignment->places, "镇街和村，代码或名称");
    assignCommand.takes("--kinds", assignment->kinds, "只查这些检查表，如 MV LJ（默认全部）");
}

}  // namespace hub
