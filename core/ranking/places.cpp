#include <algorithm>
#include <limits>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

constexpr std::int64_t behindAll = std::numeric_limits<std::int64_t>::max();

/// Refines groups of equal rows step by step; `order` holds row numbers, best first.
class TieBreaker {
public:
    TieBreaker(std::vector<Row>& rows, const domain::RankingRules& rules,
               const std::vector<Check>& checks, std::vector<std::size_t>& order)
        : m_rows(rows),
          m_rules(rules),
          m_checks(checks),
          m_order(order),
          m_decisionUsed(rules.byHand.size(), false)
    {
    }

    /// What put the first row of a group behind the row before the group.
    struct Lead {
        Apart apart = Apart::first;
        int tieStep = -1;
    };

    /// Orders [first, last), equal so far, by the steps from `step` on.
    void refine(std::size_t first, std::size_t last, std::size_t step, Lead lead)
    {
        if (last - first < 2 || step == m_rules.ties.size()) {
            m_rows[m_order[first]].apart = lead.apart;
            m_rows[m_order[first]].tieStep = lead.tieStep;
            for (std::size_t i = first + 1; i < last; ++i) m_rows[m_order[i]].apart = Apart::shared;
            return;
        }
        std::vector<std::pair<std::int64_t, std::size_t>> keyed;
        const std::vector<std::int64_t> keys = keysOf(first, last, m_rules.ties[step]);
        for (std::size_t i = first; i < last; ++i) keyed.emplace_back(keys[i - first], m_order[i]);
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = first; i < last; ++i) m_order[i] = keyed[i - first].second;
        for (std::size_t start = first, i = first + 1; i <= last; ++i)
            if (i == last || keyed[i - first].first != keyed[start - first].first) {
                refine(start, i, step + 1,
                       start == first ? lead : Lead{Apart::tieStep, static_cast<int>(step)});
                start = i;
            }
    }

    std::vector<bool> decisionUsed() const { return m_decisionUsed; }

private:
    std::int64_t keyOf(const Row& row, const domain::TieStep& step) const
    {
        switch (step.by) {
            case domain::TieBreak::fewestVetoes:
                return row.vetoes;
            case domain::TieBreak::fewestFindings:
                return row.findingsHundredths;
            case domain::TieBreak::lastPlace:
                return row.lastPlace ? *row.lastPlace : behindAll;
            case domain::TieBreak::higherInChecklist:
                for (std::size_t i = 0; i < m_checks.size(); ++i)
                    if (m_checks[i].kind == step.checklistKind &&
                        row.parts[i].source != PartSource::spread)
                        return -row.parts[i].score.hundredths;
                return behindAll;
            case domain::TieBreak::byHand:
                return 0;
        }
        return 0;
    }

    /// Smaller is better. A hand decision counts only where it names every village of the tie.
    std::vector<std::int64_t> keysOf(std::size_t first, std::size_t last,
                                     const domain::TieStep& step)
    {
        std::vector<std::int64_t> keys;
        if (step.by != domain::TieBreak::byHand) {
            for (std::size_t i = first; i < last; ++i)
                keys.push_back(keyOf(m_rows[m_order[i]], step));
            return keys;
        }
        for (std::size_t d = 0; d < m_rules.byHand.size(); ++d) {
            const std::vector<domain::RegionCode>& decided = m_rules.byHand[d].order;
            keys.clear();
            for (std::size_t i = first; i < last; ++i) {
                const auto found =
                    std::find(decided.begin(), decided.end(), m_rows[m_order[i]].village);
                if (found == decided.end()) break;
                keys.push_back(found - decided.begin());
            }
            if (keys.size() == last - first) {
                m_decisionUsed[d] = true;
                return keys;
            }
        }
        keys.assign(last - first, 0);
        return keys;
    }

    std::vector<Row>& m_rows;
    const domain::RankingRules& m_rules;
    const std::vector<Check>& m_checks;
    std::vector<std::size_t>& m_order;
    std::vector<bool> m_decisionUsed;
};

}  // namespace

std::vector<bool> placeRows(std::vector<Row>& rows, const domain::RankingRules& rules,
                            const std::vector<Check>& checks)
{
    // Rows come in the order of their codes, and a stable order keeps it among those that share a
    // place.
    std::vector<std::pair<std::int64_t, std::size_t>> byPoints;
    byPoints.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        byPoints.emplace_back(-rows[i].points.hundredths, i);
    std::sort(byPoints.begin(), byPoints.end());
    std::vector<std::size_t> order;
    order.reserve(rows.size());
    for (const auto& [points, row] : byPoints) order.push_back(row);
    TieBreaker breaker(rows, rules, checks, order);
    for (std::size_t first = 0, i = 1; i <= order.size(); ++i)
        if (i == order.size() || byPoints[i].first != byPoints[first].first) {
            breaker.refine(first, i, 0, {first == 0 ? Apart::first : Apart::points, -1});
            first = i;
        }
    std::vector<Row> placed;
    placed.reserve(rows.size());
    for (const std::size_t row : order) placed.push_back(std::move(rows[row]));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i > 0 && placed[i].apart == Apart::shared) {
            placed[i].place = placed[i - 1].place;
            placed[i].shared = placed[i - 1].shared = true;
        } else {
            placed[i].place = static_cast<int>(i) + 1;
        }
    }
    rows = std::move(placed);
    return breaker.decisionUsed();
}

}  // namespace ranking
