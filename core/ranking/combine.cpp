#include <map>
#include <unordered_map>

#include "core/ranking/ranking.h"

namespace ranking {

std::vector<ApprovedScore> scoresOf(const Ranking& ranking)
{
    std::vector<ApprovedScore> scores;
    for (const Board& board : ranking.boards)
        for (const Row& row : board.rows) {
            ApprovedScore& score = scores.emplace_back();
            score.village = score.subject = row.village;
            score.checklistKind = ranking.campaign.value;
            score.points = score.pointsIfVetoed = row.points;
            score.vetoes = row.vetoes;
            score.findings =
                static_cast<int>(base::scaled({row.findingsHundredths}, 1, 100).hundredths);
        }
    return scores;
}

RankingInput combine(domain::Campaign campaign, const std::vector<Ranking>& rankings,
                     const std::vector<Points>& weights)
{
    RankingInput input;
    input.campaign = std::move(campaign);
    std::map<domain::RegionCode, Town> towns;
    std::map<domain::RegionCode, Village> villages;
    for (std::size_t i = 0; i < rankings.size(); ++i) {
        const Ranking& ranking = rankings[i];
        input.checks.push_back({ranking.campaign.value, ranking.name,
                                i < weights.size() ? weights[i] : Points::whole(1)});
        for (const TownRow& town : ranking.towns) towns[town.town] = {town.town, town.name};
        for (const Board& board : ranking.boards)
            for (const Row& row : board.rows)
                villages[row.village] = {row.village,        row.name, row.town,
                                         board.villageClass, {},       {}};
        for (ApprovedScore& score : scoresOf(ranking)) input.scores.push_back(std::move(score));
    }
    for (auto& [code, village] : villages) input.villages.push_back(std::move(village));
    for (auto& [code, town] : towns) input.towns.push_back(std::move(town));
    return input;
}

void addLastPeriod(RankingInput& input, const Ranking& previous, const std::string& package)
{
    std::unordered_map<std::string_view, const Row*> rows;
    for (const Board& board : previous.boards)
        for (const Row& row : board.rows) rows.emplace(row.village.value, &row);
    for (Village& village : input.villages)
        if (const auto row = rows.find(village.code.value); row != rows.end()) {
            village.lastPlace = row->second->place;
            village.lastPoints = row->second->points;
        }
    input.previous = Previous{previous.campaign, previous.name, package};
}

}  // namespace ranking
