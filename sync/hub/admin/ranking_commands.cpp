#include <map>
#include <ostream>

#include "core/ranking/explain.h"
#include "core/ranking/ranking_codec.h"
#include "core/ranking/ranking_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/ranking/rankings.h"

namespace hub {

namespace {
base::Result<void> rank(Admin& admin, const std::string& campaignText, bool json)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, campaignText);
        if (!campaign) return tl::unexpected(campaign.error());
        const ranking::Ranking ranking = rankingOf(db, *campaign);
        admin.out << (json ? ranking::canonicalJson(ranking) + "\n" : ranking::toText(ranking));
        return {};
    });
}

base::Result<void> explain(Admin& admin, const std::string& campaignText,
                           const std::string& villageText)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, campaignText);
        if (!campaign) return tl::unexpected(campaign.error());
        const auto village = findRegionByText(db, villageText);
        if (!village) return tl::unexpected(village.error());
        const auto factsOf = [&](const domain::InspectionId& id, int revision) {
            return factsForExplaining(db, id, revision);
        };
        const auto tree = ranking::explain(rankingOf(db, *campaign), village->code, factsOf);
        if (!tree) return tl::unexpected(tree.error());
        admin.out << ranking::toText(*tree);
        return {};
    });
}
}  // namespace

void addRankingCommands(CLI::App& app, Admin& admin)
{
    auto campaign = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    CLI::App* rankCommand =
        addCommand(app, admin, "rank", "批次的排名：十佳、十差、全表、未排名的及原因",
                   [&admin, campaign, json] { return rank(admin, *campaign, *json); });
    rankCommand->add_option("campaign", *campaign, "批次编号或名称")->required();
    rankCommand->add_flag("--json", *json, "输出规范 JSON");

    auto of = std::make_shared<std::string>();
    auto village = std::make_shared<std::string>();
    CLI::App* explainCommand =
        addCommand(app, admin, "explain", "一个村的名次和每一分扣在哪里",
                   [&admin, of, village] { return explain(admin, *of, *village); });
    explainCommand->add_option("campaign", *of, "批次编号或名称")->required();
    explainCommand->add_option("village", *village, "村的代码或名称")->required();
}

}  // namespace hub
