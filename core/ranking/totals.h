#pragma once

#include <vector>

#include "core/ranking/ranking.h"

// The steps of rankOf; each is a pure function of what is before it.
namespace ranking {

/// Rows without places, in the order of the villages' codes, and those that cannot be ranked.
struct Totals {
    std::vector<Row> rows;
    std::vector<std::string> classes;  ///< one for each row
    std::vector<NotRanked> notRanked;
};

/// The village table as the steps need it: participants in code order, each once. Sorts the input's
/// lists and takes the participants' names out of them.
std::vector<Village> participantsOf(RankingInput& input);

/// Drops the scores of others, sorts the rest by village, sheet, subject, time. After
/// participantsOf.
void sortScores(RankingInput& input);

/// Adds up each village. Requires sorted scores; marks those that are left out as not used.
Totals totalsOf(RankingInput& input, const std::vector<Village>& participants);

/// Sorts the rows best first, tells ties apart and gives places. Returns which hand decisions were
/// used.
std::vector<bool> placeRows(std::vector<Row>& rows, const domain::RankingRules& rules,
                            const std::vector<Check>& checks);

/// The two lists of a board whose rows have places.
void chooseLists(Board& board, const domain::RankingRules& rules);

std::vector<TownRow> rankTowns(const std::vector<Board>& boards,
                               const std::vector<Village>& participants,
                               const std::vector<Town>& towns);
std::vector<Improved> rankImproved(const std::vector<Board>& boards, int wanted);

/// Requires sorted scores.
std::vector<Coverage> coverageOf(const RankingInput& input,
                                 const std::vector<Village>& participants);

}  // namespace ranking
