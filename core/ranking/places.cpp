#include <algorithm>
#include <limits>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

constexpr std::int64_t behindAll = std::numeric_limits<std::int64_t>::max();

/// What tells the rows apart, taken out of them in one pass: rows are large, and looking into them
/// in the order of their points is what takes the time.
class Keys {
public:
    Keys(const std::vector<Row>& rows, const domain::RankingRules& rules,
         const std::vector<Check>& checks)
        : m_steps(rules.ties.size())
    {
        m_byPoints.reserve(rows.size());
        for (std::size_t step = 0; step < m_steps.size(); ++step)
            if (rules.ties[step].by != domain::TieBreak::byHand) m_steps[step].reserve(rows.size());
        for (const Row& row : rows) {
            m_byPoints.emplace_back(-row.points.hundredths, m_byPoints.size());
            for (std::size_t step = 0; step < m_steps.size(); ++step)
                if (rules.ties[step].by != domain::TieBreak::byHand)
                    m_steps[step].push_back(keyOf(row, rules.ties[step], checks));
        }
        std::sort(m_byPoints.begin(), m_byPoints.end());
    }

    /// Points below zero and row numbers, most points first; equals in the order of the rows.
    const std::vector<std::pair<std::int64_t, std::size_t>>& byPoints() const { return m_byPoints; }

    /// Smaller is better.
    std::int64_t of(std::size_t row, std::size_t step) const { return m_steps[step][row]; }

private:
    static std::int64_t keyOf(const Row& row, const domain::TieStep& step,
                              const std::vector<Check>& checks)
    {
        switch (step.by) {
            case domain::TieBreak::fewestVetoes:
                return row.vetoes;
            case domain::TieBreak::fewestFindings:
                return row.findingsHundredths;
            case domain::TieBreak::lastPlace:
                return row.lastPlace ? *row.lastPlace : behindAll;
            case domain::TieBreak::higherInChecklist:
                for (std::size_t i = 0; i < checks.size(); ++i)
                    if (checks[i].kind == step.checklistKind &&
                        row.parts[i].source != PartSource::spread)
                        return -row.parts[i].score.hundredths;
                return behindAll;
            case domain::TieBreak::byHand:
                break;
        }
        return 0;
    }

    std::vector<std::pair<std::int64_t, std::size_t>> m_byPoints;
    std::vector<std::vector<std::int64_t>> m_steps;
};

/// What put a row behind the row before it.
struct Lead {
    Apart apart = Apart::first;
    int tieStep = -1;
};

/// Refines groups of equal rows step by step; `order` holds row numbers, best first.
class TieBreaker {
public:
    TieBreaker(const std::vector<Row>& rows, const domain::RankingRules& rules, const Keys& keys,
               std::vector<std::size_t>& order)
        : m_rows(rows),
          m_rules(rules),
          m_keys(keys),
          m_order(order),
          m_leads(rows.size()),
          m_decisionUsed(rules.byHand.size(), false)
    {
    }

    /// Orders [first, last), equal so far, by the steps from `step` on.
    void refine(std::size_t first, std::size_t last, std::size_t step, Lead lead)
    {
        if (last - first < 2 || step == m_rules.ties.size()) {
            m_leads[first] = lead;
            for (std::size_t i = first + 1; i < last; ++i) m_leads[i].apart = Apart::shared;
            return;
        }
        std::vector<std::pair<std::int64_t, std::size_t>> keyed;
        keyed.reserve(last - first);
        const std::vector<std::int64_t> keys = keysOf(first, last, step);
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

    /// By place in the order.
    const std::vector<Lead>& leads() const { return m_leads; }
    std::vector<bool> decisionUsed() const { return m_decisionUsed; }

private:
    /// Smaller is better. A hand decision counts only where it names every village of the tie.
    std::vector<std::int64_t> keysOf(std::size_t first, std::size_t last, std::size_t step)
    {
        std::vector<std::int64_t> keys;
        keys.reserve(last - first);
        if (m_rules.ties[step].by != domain::TieBreak::byHand) {
            for (std::size_t i = first; i < last; ++i) keys.push_back(m_keys.of(m_order[i], step));
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

    const std::vector<Row>& m_rows;
    const domain::RankingRules& m_rules;
    const Keys& m_keys;
    std::vector<std::size_t>& m_order;
    std::vector<Lead> m_leads;
    std::vector<bool> m_decisionUsed;
};

/// Where a row stands and why.
struct Stand {
    int place = 0;
    bool shared = false;
    Lead lead;
};

std::vector<Stand> standsOf(const std::vector<Lead>& leads)
{
    std::vector<Stand> stands(leads.size());
    for (std::size_t i = 0; i < leads.size(); ++i) {
        stands[i] = {static_cast<int>(i) + 1, false, leads[i]};
        if (i == 0 || leads[i].apart != Apart::shared) continue;
        stands[i].place = stands[i - 1].place;
        stands[i].shared = stands[i - 1].shared = true;
    }
    return stands;
}

/// Asks for a row's memory before it is needed: rows lie in the order of their codes and are wanted
/// in that of their points, and waiting for one after the other is what takes the time.
void fetch(const Row& row)
{
    constexpr std::size_t line = 64;
    const char* at = reinterpret_cast<const char*>(&row);
    for (std::size_t byte = 0; byte < sizeof row; byte += line) __builtin_prefetch(at + byte, 1);
}

/// Puts rows[order[i]] at i with its stand, each moved once and within the memory that is there.
/// Uses up `order`.
void arrange(std::vector<Row>& rows, std::vector<std::size_t>& order,
             const std::vector<Stand>& stands)
{
    constexpr int ahead = 12;
    const std::size_t done = order.size();
    const auto stand = [&](std::size_t at) {
        rows[at].place = stands[at].place;
        rows[at].shared = stands[at].shared;
        rows[at].apart = stands[at].lead.apart;
        rows[at].tieStep = stands[at].lead.tieStep;
        order[at] = done;
    };
    for (std::size_t start = 0; start < order.size(); ++start) {
        if (order[start] == done) continue;
        Row first = std::move(rows[start]);
        std::size_t soon = start;
        const auto fetchNext = [&] {
            if (order[soon] != done && order[soon] != start) fetch(rows[soon = order[soon]]);
        };
        for (int i = 0; i < ahead; ++i) fetchNext();
        std::size_t hole = start;
        while (order[hole] != start) {
            const std::size_t next = order[hole];
            fetchNext();
            rows[hole] = std::move(rows[next]);
            stand(hole);
            hole = next;
        }
        rows[hole] = std::move(first);
        stand(hole);
    }
}

}  // namespace

std::vector<bool> placeRows(std::vector<Row>& rows, const domain::RankingRules& rules,
                            const std::vector<Check>& checks)
{
    // Rows come in the order of their codes, and a stable order keeps it among those that share a
    // place.
    const Keys keys(rows, rules, checks);
    const auto& byPoints = keys.byPoints();
    std::vector<std::size_t> order;
    order.reserve(rows.size());
    for (const auto& [points, row] : byPoints) order.push_back(row);
    TieBreaker breaker(rows, rules, keys, order);
    for (std::size_t first = 0, i = 1; i <= order.size(); ++i)
        if (i == order.size() || byPoints[i].first != byPoints[first].first) {
            breaker.refine(first, i, 0, {first == 0 ? Apart::first : Apart::points, -1});
            first = i;
        }
    arrange(rows, order, standsOf(breaker.leads()));
    return breaker.decisionUsed();
}

}  // namespace ranking
