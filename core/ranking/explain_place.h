#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/ranking/ranking.h"

namespace ranking {

/// Says in words how the rows of one board came to their places and lists. Ranking and board must
/// outlive it.
class PlaceTeller {
public:
    PlaceTeller(const Ranking& ranking, const Board& board);

    /// One line each: the lists (which quota, tie or veto decided, whom it moved up for), with whom
    /// it shares its place, how far the next place is either way and what decided an equal total,
    /// and last period.
    std::vector<std::string> tell(int row) const;

private:
    struct InList {
        const Listed* listed = nullptr;
        const PassedOver* passed = nullptr;
    };
    using List = std::unordered_map<int, InList>;

    static List indexOf(const ShortList& list);
    void tellList(std::vector<std::string>& lines, int row, bool best) const;
    std::string movedUp(int row, bool best) const;
    void tellNeighbours(std::vector<std::string>& lines, int row) const;
    std::string passedInWords(const ShortList& list, const Row& row, Passed why) const;
    std::string stepInWords(const Row& before, const Row& behind) const;

    const Ranking& m_ranking;
    const Board& m_board;
    List m_best;
    List m_worst;
};

/// "第 8 名（并列）".
std::string placeInWords(const Row& row);

}  // namespace ranking
