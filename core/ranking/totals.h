#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/ranking/ranking.h"

// The steps of rankOf; each is a pure function of what is before it.
namespace ranking {

/// What a village comes to. Names stay with the participants: what is sorted is small.
struct Sum {
    std::size_t village = 0;  ///< into the participants
    Points points;
    Points weighted;
    Points bonus;
    Points bonusBeforeCap;
    std::int64_t findingsHundredths = 0;
    int vetoes = 0;
    std::vector<Part> parts;
};

/// The sums in the order of the villages' codes, and those that cannot be ranked.
struct Totals {
    std::vector<Sum> sums;
    std::vector<NotRanked> notRanked;
    std::vector<Coverage> coverage;
};

/// Counts the villages of a campaign by how far they are.
class CoverageCounter {
public:
    explicit CoverageCounter(const RankingInput& input);

    /// Each participant once, with its parts as they are inspected or not; their scores are those
    /// of the input.
    void add(const domain::RegionCode& village, const std::vector<Part>& parts);
    std::vector<Coverage> take() { return std::move(m_coverage); }

private:
    struct States {
        bool waiting = false;
        bool sentBack = false;
    };
    using Key = std::pair<std::string, std::size_t>;  ///< village and check

    bool isApproved(const domain::RegionCode& village, std::size_t check, const Part& part) const;

    const RankingInput& m_input;
    std::map<Key, States> m_waiting;
    std::map<Key, std::vector<domain::RegionCode>> m_expected;  ///< facilities, where there are any
    std::vector<Coverage> m_coverage;
};

/// The village table as the steps need it: participants in code order, each once. Sorts the input's
/// lists and takes the participants' names out of them.
std::vector<Village> participantsOf(RankingInput& input);

/// Drops the scores of others, sorts the rest by village, sheet, subject, time. After
/// participantsOf.
void sortScores(RankingInput& input);
/// The order of the scores of one village by one sheet.
bool isBeforeInCheck(const ApprovedScore& a, const ApprovedScore& b);

/// Adds up each village, and marks the scores that are left out as not used. Nothing when the
/// scores are not as sortScores leaves them: noticed on the way, as with many villages reading them
/// once more is what takes the time.
std::optional<Totals> totalsOf(RankingInput& input, const std::vector<Village>& participants);

/// What an inspection counts, out of a hundred.
Points outOfHundred(const ApprovedScore& score, bool vetoZeroes);

/// The rows of one board with their places, and which hand decisions were used.
struct Placed {
    std::vector<Row> rows;
    std::vector<bool> decisionUsed;
};

/// Sorts sums best first, tells ties apart and gives places. Takes the parts out of the sums and
/// the names out of the participants.
Placed placeRows(std::vector<Sum> sums, std::vector<Village>& participants,
                 const domain::RankingRules& rules, const std::vector<Check>& checks);

/// The two lists of a board whose rows have places.
void chooseLists(Board& board, const domain::RankingRules& rules);

/// Adds up the towns; sums are counted before they are placed, while those of a town stand
/// together.
class TownCounter {
public:
    void add(const std::vector<Village>& participants, const std::vector<Sum>& sums);
    void addLists(const Board& board);
    /// Once, at the end.
    std::vector<TownRow> ranked(const std::vector<Town>& towns);

private:
    TownRow& rowOf(const domain::RegionCode& code);

    std::vector<TownRow> m_rows;
    std::unordered_map<std::string, std::size_t> m_index;
    std::size_t m_last = 0;
};

std::vector<Improved> rankImproved(const std::vector<Board>& boards, int wanted);

}  // namespace ranking
