#pragma once

#include <string>
#include <vector>

#include "core/ranking/board.h"
#include "core/ranking/ranking_input.h"

namespace ranking {

enum class NotRankedWhy { excluded, nothingInspected, checkMissing };

struct NotRanked {
    domain::RegionCode village;
    std::string name;
    domain::RegionCode town;
    NotRankedWhy why = NotRankedWhy::nothingInspected;
    std::vector<int> missingChecks;  ///< into Ranking::checks
    std::string reason;              ///< of an exclusion, where one is given

    bool operator==(const NotRanked&) const = default;
};

/// A town by the mean points of its ranked villages.
struct TownRow {
    int place = 0;  ///< 0: none of its villages is ranked
    bool shared = false;
    domain::RegionCode town;
    std::string name;
    Points points;
    int ranked = 0;
    int participants = 0;
    int best = 0;
    int worst = 0;

    bool operator==(const TownRow&) const = default;
};

/// 进步最快.
struct Improved {
    int place = 0;
    bool shared = false;
    domain::RegionCode village;
    std::string name;
    Points by;

    bool operator==(const Improved&) const = default;
};

/// Villages by how far they are; the four sum to all participants. A village of facilities is as
/// far as the last of those that have to be inspected; an inspection of the village itself
/// (纳管村) stands for all of them.
struct Coverage {
    std::string checklistKind;  ///< empty: all sheets together (approved = every sheet is)
    int approved = 0;
    int waiting = 0;
    int sentBack = 0;
    int unchecked = 0;

    bool operator==(const Coverage&) const = default;
};

struct Ranking {
    domain::CampaignId campaign;
    std::string name;
    std::string firstDay;
    std::string lastDay;
    domain::RankingRules rules;
    std::vector<Check> checks;
    std::vector<Board> boards;  ///< one, or one a class in the order of their names; never empty
    std::vector<NotRanked> notRanked;
    std::vector<TownRow> towns;
    std::vector<Improved> improved;    ///< as many as the best, ties at the line included
    std::vector<Coverage> coverage;    ///< all sheets together, then each sheet
    std::vector<int> unusedDecisions;  ///< of RankingRules::byHand: those that decided no tie
    std::vector<ApprovedScore> scores;
    /// The facilities that have a score or should have one, by code: the explanation calls them by
    /// name and says of which nothing is approved yet.
    std::vector<Subject> subjects;
    std::optional<Previous> previous;

    bool operator==(const Ranking&) const = default;
};

/// Ranks a campaign from its approved scores. Pure; the same input in any order gives the same
/// ranking.
///
/// Rounding, half up to a hundredth, each figure once and shown: an inspection carried to 100 where
/// its sheet has another maximum; a subject's score by a sheet (mean of its inspections); a
/// village's score by a sheet (mean of its subjects); the mean of the villages given for a missing
/// check; a village's weighted total; a town's mean. Bonus is combined over inspections and
/// subjects like the score, summed over the sheets, capped once.
///
/// A village of facilities of which only some are approved counts by the mean of those: its sheet
/// is missing only while none is.
///
/// A tie within one town that its quota cannot hold keeps all of them off the list. Villages put
/// into the worst by a veto come first, may exceed the quota and use it up. No village is on both
/// lists. With fewer villages than best and worst together, both lists shrink in proportion.
Ranking rankOf(RankingInput input);

/// The whole-year ranking of monthly ones and the like: each campaign is one check of `campaign`,
/// its villages' points are the scores. `weights` are one for each ranking.
RankingInput combine(domain::Campaign campaign, const std::vector<Ranking>& rankings,
                     const std::vector<Points>& weights);

/// What a ranking gives to a combined one: its villages' points as the scores of one check.
std::vector<ApprovedScore> scoresOf(const Ranking& ranking);

/// Fills lastPlace and lastPoints of the villages from the ranking of the period before.
void addLastPeriod(RankingInput& input, const Ranking& previous, const std::string& package);

/// "缺污水运维检查，权重由其余检查分摊"; empty when nothing is missing.
std::string missingInWords(const Ranking& ranking, const Row& row);

}  // namespace ranking
