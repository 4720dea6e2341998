#include "sync/hub/import/campaign_rules.h"

#include <algorithm>
#include <set>

namespace hub {

namespace {
constexpr int villagesAtMost = 1'000'000;

bool isCount(int count)
{
    return count >= 0 && count <= villagesAtMost;
}

bool isCheck(const domain::Campaign& campaign, const std::string& kind)
{
    return std::any_of(campaign.checklists.begin(), campaign.checklists.end(),
                       [&](const auto& one) { return one.checklist.kind == kind; }) ||
           std::any_of(campaign.combines.begin(), campaign.combines.end(),
                       [&](const auto& one) { return one.campaign.value == kind; });
}

base::Result<void> refuse(const char* words, const std::string& where)
{
    return base::fail("campaign.rules", words, where);
}

base::Result<void> checkDecision(const domain::Campaign& campaign,
                                 const domain::HandDecision& decision)
{
    if (decision.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse("人工决定并列先后须写明理由", "byHand");
    const std::set<domain::RegionCode> villages(decision.order.begin(), decision.order.end());
    if (villages.size() < 2 || villages.size() != decision.order.size())
        return refuse("人工决定至少要有两个村，每村一次", "byHand");
    for (const domain::RegionCode& village : decision.order)
        if (std::find(campaign.participants.begin(), campaign.participants.end(), village) ==
            campaign.participants.end())
            return refuse("人工决定里的村不在参评名单里", village.value);
    return {};
}
}  // namespace

base::Result<void> checkRules(const domain::Campaign& campaign)
{
    const domain::RankingRules& rules = campaign.rules;
    for (const int count :
         {rules.bestCount, rules.worstCount, rules.bestPerTown, rules.worstPerTown})
        if (!isCount(count)) return refuse("名额应为 0 到 1000000 的整数", "bestCount");
    if (rules.uniformScore < base::Points{} || rules.uniformScore > base::Points::whole(100))
        return refuse("统一赋分应在 0 到 100 之间", "uniformScore");
    if (rules.bonusCap < base::Points{} || rules.bonusCap > base::Points::whole(100))
        return refuse("加分封顶应在 0 到 100 之间", "bonusCap");
    for (const domain::TieStep& step : rules.ties)
        if ((step.by == domain::TieBreak::higherInChecklist) !=
            (!step.checklistKind.empty() && isCheck(campaign, step.checklistKind)))
            return refuse("并列比较里的检查表不是这个批次的", step.checklistKind);
    for (const domain::HandDecision& decision : rules.byHand)
        if (auto sound = checkDecision(campaign, decision); !sound) return sound;
    return {};
}

}  // namespace hub
