#include <ostream>

#include "core/ranking/explain.h"
#include "core/ranking/ranking_codec.h"
#include "core/ranking/ranking_text.h"
#include "core/sheets/grid.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/fairness_marks.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/ranking/facts.h"
#include "sync/hub/ranking/rankings.h"

namespace hub {

namespace {

/// The ranking that people see, or with `now` what it would be if it were made now.
ranking::Ranking rankingFor(Connection& db, const domain::Campaign& campaign, bool now)
{
    Ranker ranker(db);
    return now ? ranking::rankOf(ranker.input(campaign)) : ranker.shown(campaign);
}

base::Result<void> rank(Admin& admin, const std::string& campaignText, bool json, bool now)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, campaignText);
        if (!campaign) return tl::unexpected(campaign.error());
        const ranking::Ranking ranking = rankingFor(db, *campaign, now);
        admin.out << (json ? ranking::canonicalJson(ranking) + "\n"
                           : ranking::toText(ranking) + marksOf(db, *campaign));
        return {};
    });
}

struct ExplainArguments {
    std::string campaign;
    std::string village;
    std::string file;
    bool now = false;
};

/// The villages of a ranking, best first, then those that are not ranked.
std::vector<domain::RegionCode> everyone(const ranking::Ranking& ranking)
{
    std::vector<domain::RegionCode> villages;
    for (const ranking::Board& board : ranking.boards)
        for (const ranking::Row& row : board.rows) villages.push_back(row.village);
    for (const ranking::NotRanked& one : ranking.notRanked) villages.push_back(one.village);
    return villages;
}

base::Result<std::vector<ranking::Node>> treesOf(Connection& db, const ExplainArguments& arguments)
{
    const auto campaign = findCampaignByText(db, arguments.campaign);
    if (!campaign) return tl::unexpected(campaign.error());
    const ranking::Ranking ranking = rankingFor(db, *campaign, arguments.now);
    std::vector<domain::RegionCode> villages = everyone(ranking);
    if (!arguments.village.empty()) {
        const auto village = findRegionByText(db, arguments.village);
        if (!village) return tl::unexpected(village.error());
        villages = {village->code};
    }
    const auto factsOf = [&](const domain::InspectionId& id, int revision) {
        return factsForExplaining(db, id, revision);
    };
    std::optional<std::vector<domain::Review>> published;
    if (!arguments.now) published = publishedAdjustments(db, campaign->id);
    const ranking::Explainer explainer(ranking, published);
    std::vector<ranking::Node> trees;
    for (const domain::RegionCode& village : villages) {
        auto tree = explainer.explain(village, factsOf);
        if (!tree) return tl::unexpected(tree.error());
        trees.push_back(std::move(*tree));
    }
    return trees;
}

/// One row a line of the trees, in the words of the text.
sheets::Grid gridOf(const std::vector<ranking::Node>& trees)
{
    sheets::Grid grid{"排名说明", {{"层", "说明", "检查", "项目", "问题", "照片"}}};
    for (const ranking::Node& tree : trees)
        for (const ranking::TreeLine& line : ranking::linesOf(tree))
            grid.rows.push_back(
                {std::to_string(line.depth),
                 std::string(static_cast<std::size_t>(line.depth) * 2, ' ') + line.node->text,
                 line.node->inspection.value, line.node->itemCode, line.node->finding.value,
                 line.node->photo.value});
    return grid;
}

base::Result<void> explain(Admin& admin, const ExplainArguments& arguments)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto trees = treesOf(db, arguments);
        if (!trees) return tl::unexpected(trees.error());
        const std::string& file = arguments.file;
        if (file.ends_with(".xlsx"))
            return sheets::writeXlsx({{gridOf(*trees), {.columnWidths = {5, 90, 38, 10, 38, 38}}}},
                                     file);
        if (file.ends_with(".csv"))
            return writeFile(file, sheets::csvFromGrid(gridOf(*trees), sheets::CsvEncoding::utf8));
        std::string text;
        for (const ranking::Node& tree : *trees) text += ranking::toText(tree);
        if (!file.empty()) return writeFile(file, text);
        admin.out << text;
        return {};
    });
}
}  // namespace

void addRankingCommands(CLI::App& app, Admin& admin)
{
    auto campaign = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    auto now = std::make_shared<bool>(false);
    Command rankCommand =
        addCommand(app, admin, "rank", "批次的排名：十佳、十差、全表、未排名的及原因、进步最快",
                   [&admin, campaign, json, now] { return rank(admin, *campaign, *json, *now); });
    rankCommand.needs("campaign", *campaign, "批次编号或名称");
    rankCommand.flag("--json", *json, "输出规范 JSON");
    rankCommand.flag("--now", *now, "按现在的检查重算，不看已公布的");

    auto arguments = std::make_shared<ExplainArguments>();
    Command explainCommand = addCommand(
        app, admin, "explain", "一个村（不写则每个村）的名次、差距和每一分扣在哪里，直到照片",
        [&admin, arguments] { return explain(admin, *arguments); });
    explainCommand.needs("campaign", arguments->campaign, "批次编号或名称");
    explainCommand.takes("village", arguments->village, "村的代码或名称");
    explainCommand.takes("--out", arguments->file, "导出到 .xlsx、.csv 或文本文件");
    explainCommand.flag("--now", arguments->now, "按现在的检查重算，不看已公布的");
}

}  // namespace hub
