#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/import/campaign_rules.h"
#include "sync/hub/ranking/rankings.h"
#include "sync/hub/store/audit.h"

// A tie that the rules leave and people decide.
namespace hub {

namespace {

struct TieArguments {
    std::string campaign;
    std::vector<std::string> villages;
    std::string reason;
};

base::Result<domain::HandDecision> decisionOf(Connection& db, const TieArguments& arguments)
{
    domain::HandDecision decision{{}, arguments.reason};
    for (const std::string& text : arguments.villages) {
        const auto village = findRegionByText(db, text);
        if (!village) return tl::unexpected(village.error());
        decision.order.push_back(village->code);
    }
    return decision;
}

bool hasStepByHand(const domain::RankingRules& rules)
{
    return std::any_of(rules.ties.begin(), rules.ties.end(), [](const domain::TieStep& step) {
        return step.by == domain::TieBreak::byHand;
    });
}

void printPlaces(Admin& admin, const ranking::Ranking& ranking,
                 const std::vector<domain::RegionCode>& villages)
{
    for (const ranking::Board& board : ranking.boards)
        for (const ranking::Row& row : board.rows)
            if (std::find(villages.begin(), villages.end(), row.village) != villages.end())
                admin.out << fmt::format("第 {} 名 {} {} 分\n", row.place, row.name,
                                         base::toText(row.points));
}

base::Result<void> decide(Admin& admin, const TieArguments& arguments)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        if (!hasStepByHand(campaign->rules))
            return base::fail("tie.no_step",
                              "这个批次的规则里，并列不由人工决定（ties 里没有 byHand）",
                              campaign->name);
        const auto decision = decisionOf(db, arguments);
        if (!decision) return tl::unexpected(decision.error());
        campaign->rules.byHand.push_back(*decision);
        if (auto sound = checkRules(*campaign); !sound) return sound;
        const ranking::Ranking ranking = ranking::rankOf(Ranker(db).input(*campaign));
        const int number = static_cast<int>(campaign->rules.byHand.size()) - 1;
        const auto& unused = ranking.unusedDecisions;
        if (std::find(unused.begin(), unused.end(), number) != unused.end())
            return base::fail("tie.not_there",
                              "没有这样的并列：所写的村应正好是规则分不出先后的全部几个村，"
                              "且没有决定过",
                              campaign->name);
        audit(db, admin.clock.wallMs(), "command", "tie.decide", campaign->id.value,
              arguments.reason);
        if (auto put = putCampaign(db, *campaign); !put) return put;
        printPlaces(admin, ranking, decision->order);
        return {};
    });
}

}  // namespace

void addTieCommand(CLI::App& app, Admin& admin)
{
    auto arguments = std::make_shared<TieArguments>();
    Command command =
        addCommand(app, admin, "decide-tie",
                   "人工决定规则分不出的并列：先写的村在前，须有理由；已公布的排名要再 freeze 更正",
                   [&admin, arguments] { return decide(admin, *arguments); });
    command.needs("campaign", arguments->campaign, "批次编号或名称");
    command.needs("villages", arguments->villages, "并列的村，名次在前的先写");
    command.needs("--reason", arguments->reason, "理由，如 领导小组 11 月 20 日会议");
}

}  // namespace hub
