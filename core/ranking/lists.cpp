#include <algorithm>
#include <map>
#include <set>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

using domain::VetoEffect;

bool has(const domain::RankingRules& rules, VetoEffect effect)
{
    return std::find(rules.vetoEffects.begin(), rules.vetoEffects.end(), effect) !=
           rules.vetoEffects.end();
}

/// Fills one list group by group; a group is the rows that share a place, nearest to this list's
/// end first.
class Chooser {
public:
    Chooser(const std::vector<Row>& rows, ShortList& list, int perTown, domain::TieAtLine atLine)
        : m_rows(rows), m_list(list), m_perTown(perTown), m_atLine(atLine)
    {
    }

    bool full() const
    {
        return m_stopped || static_cast<int>(m_list.entries.size()) >= m_list.wanted;
    }

    void takeByVeto(int row)
    {
        m_list.entries.push_back({row, true, false});
        m_taken.insert(row);
        ++m_ofTown[townOf(row)];
    }
    bool isTaken(int row) const { return m_taken.contains(row); }
    void pass(int row, Passed why) { m_list.passedOver.push_back({row, why}); }

    void takeGroup(std::vector<int> group)
    {
        withinQuota(group);
        const int free = m_list.wanted - static_cast<int>(m_list.entries.size());
        const bool tie = static_cast<int>(group.size()) > free;
        if (tie && m_atLine == domain::TieAtLine::takeNone) {
            for (const int row : group) pass(row, Passed::tieAtLine);
            m_stopped = true;
            return;
        }
        for (const int row : group) {
            m_list.entries.push_back({row, false, tie});
            m_taken.insert(row);
            ++m_ofTown[townOf(row)];
        }
    }

private:
    const std::string& townOf(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)].town.value;
    }

    /// Takes out of the group whom the quota of their town does not hold.
    void withinQuota(std::vector<int>& group)
    {
        if (m_perTown <= 0) return;
        std::map<std::string, int> wish;
        for (const int row : group) ++wish[townOf(row)];
        std::erase_if(group, [&](int row) {
            const auto used = m_ofTown.find(townOf(row));
            const int free = m_perTown - (used == m_ofTown.end() ? 0 : used->second);
            if (wish[townOf(row)] <= free) return false;
            pass(row, free <= 0 ? Passed::quota : Passed::tieInQuota);
            return true;
        });
    }

    const std::vector<Row>& m_rows;
    ShortList& m_list;
    const int m_perTown;
    const domain::TieAtLine m_atLine;
    std::map<std::string, int> m_ofTown;
    std::set<int> m_taken;
    bool m_stopped = false;
};

void chooseBest(Board& board, const domain::RankingRules& rules)
{
    const bool vetoBars = has(rules, VetoEffect::outOfBest) || has(rules, VetoEffect::intoWorst);
    Chooser chooser(board.rows, board.best, rules.bestPerTown, rules.atLine);
    const int count = static_cast<int>(board.rows.size());
    for (int first = 0; first < count && !chooser.full();) {
        std::vector<int> group;
        int row = first;
        for (; row < count && board.rows[static_cast<std::size_t>(row)].place ==
                                  board.rows[static_cast<std::size_t>(first)].place;
             ++row)
            if (vetoBars && board.rows[static_cast<std::size_t>(row)].vetoes > 0)
                chooser.pass(row, Passed::veto);
            else
                group.push_back(row);
        chooser.takeGroup(std::move(group));
        first = row;
    }
}

void chooseWorst(Board& board, const domain::RankingRules& rules)
{
    Chooser chooser(board.rows, board.worst, rules.worstPerTown, rules.atLine);
    const int count = static_cast<int>(board.rows.size());
    if (has(rules, VetoEffect::intoWorst))
        for (int row = count - 1; row >= 0; --row)
            if (board.rows[static_cast<std::size_t>(row)].vetoes > 0) chooser.takeByVeto(row);
    std::set<int> best;
    for (const Listed& listed : board.best.entries) best.insert(listed.row);
    for (int last = count - 1; last >= 0 && !chooser.full();) {
        std::vector<int> group;
        int row = last;
        for (; row >= 0 && board.rows[static_cast<std::size_t>(row)].place ==
                               board.rows[static_cast<std::size_t>(last)].place;
             --row) {
            if (best.contains(row))
                chooser.pass(row, Passed::inBest);
            else if (!chooser.isTaken(row))
                group.push_back(row);
        }
        chooser.takeGroup(std::move(group));
        last = row;
    }
}

}  // namespace

void chooseLists(Board& board, const domain::RankingRules& rules)
{
    const int count = static_cast<int>(board.rows.size());
    const int best = std::max(0, rules.bestCount);
    const int worst = std::max(0, rules.worstCount);
    board.best.wanted = best;
    board.worst.wanted = worst;
    if (count < best + worst) {
        const auto share = base::scaled({count}, best, std::int64_t{best} + worst);
        board.best.wanted = std::min(best, static_cast<int>(share.hundredths));
        board.worst.wanted = std::min(worst, count - board.best.wanted);
    }
    chooseBest(board, rules);
    chooseWorst(board, rules);
}

}  // namespace ranking
