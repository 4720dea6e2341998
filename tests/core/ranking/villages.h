#pragma once

#include <string>
#include <vector>

#include "core/ranking/ranking.h"

// Small campaigns for tests: villages v01, v02 … with scores by sheets.
namespace villages {

using base::Points;

inline domain::RegionCode code(int number)
{
    return {(number < 10 ? "v0" : "v") + std::to_string(number)};
}

/// A campaign of one sheet "S" at weight 100, without quotas, 2 best and 2 worst.
inline ranking::RankingInput campaign(std::vector<std::pair<std::string, int>> checks = {
                                          {"S", 100}})
{
    ranking::RankingInput input;
    input.campaign.id = {"c"};
    input.campaign.name = "测试批次";
    input.campaign.rules.bestCount = 2;
    input.campaign.rules.worstCount = 2;
    for (const auto& [kind, weight] : checks) {
        input.checks.push_back({kind, kind, Points::whole(weight)});
        input.campaign.checklists.push_back({{kind, 1, {}}, Points::whole(weight)});
    }
    return input;
}

inline void addVillage(ranking::RankingInput& input, int number, const std::string& town = "t1")
{
    input.campaign.participants.push_back(code(number));
    ranking::Village village;
    village.code = code(number);
    village.name = "村" + std::to_string(number);
    village.town = {town};
    input.villages.push_back(village);
}

inline ranking::ApprovedScore& addScore(ranking::RankingInput& input, int number,
                                        std::int64_t hundredths, const std::string& kind = "S",
                                        const std::string& subject = {})
{
    ranking::ApprovedScore& score = input.scores.emplace_back();
    score.village = code(number);
    score.subject = {subject.starts_with("-") ? score.village.value + subject : subject};
    if (subject.empty()) score.subject = score.village;
    score.checklistKind = kind;
    score.inspection = {"i" + std::to_string(input.scores.size())};
    score.points = score.pointsIfVetoed = {hundredths};
    score.submittedAtMs = static_cast<std::int64_t>(input.scores.size());
    return score;
}

/// One village for each score, each in its own town.
inline ranking::RankingInput oneEach(const std::vector<std::int64_t>& hundredths)
{
    ranking::RankingInput input = campaign();
    for (std::size_t i = 0; i < hundredths.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        addVillage(input, number, "t" + std::to_string(number));
        addScore(input, number, hundredths[i]);
    }
    return input;
}

inline std::vector<int> places(const ranking::Ranking& ranking)
{
    std::vector<int> result;
    for (const ranking::Row& row : ranking.boards.at(0).rows) result.push_back(row.place);
    return result;
}

inline std::vector<std::string> listed(const ranking::Board& board, const ranking::ShortList& list)
{
    std::vector<std::string> result;
    for (const ranking::Listed& one : list.entries)
        result.push_back(board.rows.at(static_cast<std::size_t>(one.row)).village.value);
    return result;
}

}  // namespace villages
