#include "core/ranking/ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

/// The sums of each class by its name, or all under none.
std::map<std::string, std::vector<Sum>> byClassOf(std::vector<Sum> sums,
                                                  const std::vector<Village>& participants,
                                                  bool byClass)
{
    std::map<std::string, std::vector<Sum>> classes;
    if (!byClass || sums.empty())
        classes[{}] = std::move(sums);
    else
        for (Sum& sum : sums)
            classes[participants[sum.village].villageClass].push_back(std::move(sum));
    return classes;
}

void nameExcluded(Ranking& ranking, const RankingInput& input)
{
    for (const domain::RegionCode& code : input.campaign.excluded) {
        NotRanked excluded;
        excluded.village = code;
        excluded.name = code.value;
        excluded.why = NotRankedWhy::excluded;
        for (const domain::ExclusionReason& given : input.campaign.exclusionReasons)
            if (given.village == code) excluded.reason = given.reason;
        for (const Village& village : input.villages)
            if (village.code == code) {
                excluded.name = village.name;
                excluded.town = village.town;
            }
        ranking.notRanked.push_back(std::move(excluded));
    }
}

/// The facilities that have a score or should have one.
std::vector<Subject> subjectsOf(std::vector<Subject> known,
                                const std::vector<ApprovedScore>& scores)
{
    std::set<std::string_view> scored;
    if (!known.empty())
        for (const ApprovedScore& score : scores) scored.insert(score.subject.value);
    std::erase_if(known, [&](const Subject& subject) {
        return subject.kinds.empty() && !scored.contains(subject.code.value);
    });
    std::sort(known.begin(), known.end(),
              [](const Subject& a, const Subject& b) { return a.code < b.code; });
    return known;
}

}  // namespace

Ranking rankOf(RankingInput input)
{
    const domain::RankingRules& rules = input.campaign.rules;
    std::vector<Village> participants = participantsOf(input);
    Ranking ranking;
    ranking.campaign = input.campaign.id;
    ranking.name = input.campaign.name;
    ranking.firstDay = input.campaign.firstDay;
    ranking.lastDay = input.campaign.lastDay;
    ranking.rules = rules;
    ranking.checks = input.checks;
    std::optional<Totals> totals = totalsOf(input, participants);
    if (!totals) {
        sortScores(input);
        totals = totalsOf(input, participants);
    }
    ranking.notRanked = std::move(totals->notRanked);
    nameExcluded(ranking, input);
    TownCounter towns;
    towns.add(participants, totals->sums);
    std::vector<bool> used(rules.byHand.size(), false);
    for (auto& [name, sums] : byClassOf(std::move(totals->sums), participants, rules.byClass)) {
        Placed placed = placeRows(std::move(sums), participants, rules, input.checks);
        Board& board = ranking.boards.emplace_back();
        board.villageClass = name;
        board.rows = std::move(placed.rows);
        for (std::size_t i = 0; i < used.size(); ++i) used[i] = used[i] || placed.decisionUsed[i];
        chooseLists(board, rules);
        towns.addLists(board);
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i]) ranking.unusedDecisions.push_back(static_cast<int>(i));
    ranking.towns = towns.ranked(input.towns);
    ranking.improved = rankImproved(ranking.boards, rules.bestCount);
    ranking.coverage = std::move(totals->coverage);
    ranking.subjects = subjectsOf(std::move(input.subjects), input.scores);
    ranking.previous = std::move(input.previous);
    ranking.scores = std::move(input.scores);
    return ranking;
}

std::string missingInWords(const Ranking& ranking, const Row& row)
{
    std::string words;
    for (std::size_t i = 0; i < row.parts.size() && i < ranking.checks.size(); ++i) {
        const Part& part = row.parts[i];
        if (part.source == PartSource::inspected) continue;
        words += (words.empty() ? "" : "；") + fmt::format("缺“{}”检查，", ranking.checks[i].title);
        if (part.source == PartSource::spread)
            words += "权重由其余检查分摊";
        else if (part.source == PartSource::uniform)
            words += fmt::format("统一赋 {} 分", base::toText(part.score));
        else
            words += fmt::format("按各村平均 {} 分计", base::toText(part.score));
    }
    return words;
}

}  // namespace ranking
