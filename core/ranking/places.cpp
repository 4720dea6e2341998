#include <algorithm>
#include <functional>
#include <limits>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

constexpr std::int64_t behindAll = std::numeric_limits<std::int64_t>::max();

/// What tells the sums apart, taken out of them in one pass: looking into them in the order of
/// their points would take longer.
class Keys {
public:
    Keys(const std::vector<Sum>& sums, const domain::RankingRules& rules,
         const std::vector<Check>& checks, const std::vector<Village>& participants)
        : m_steps(rules.ties.size())
    {
        m_byPoints.reserve(sums.size());
        for (std::size_t step = 0; step < m_steps.size(); ++step)
            if (rules.ties[step].by != domain::TieBreak::byHand) m_steps[step].reserve(sums.size());
        for (const Sum& sum : sums) {
            m_byPoints.emplace_back(-sum.points.hundredths, m_byPoints.size());
            for (std::size_t step = 0; step < m_steps.size(); ++step)
                if (rules.ties[step].by != domain::TieBreak::byHand)
                    m_steps[step].push_back(
                        keyOf(sum, rules.ties[step], checks, participants[sum.village]));
        }
        std::sort(m_byPoints.begin(), m_byPoints.end());
    }

    /// Points below zero and numbers of sums, most points first; equals in the order of the sums.
    const std::vector<std::pair<std::int64_t, std::size_t>>& byPoints() const { return m_byPoints; }

    /// Smaller is better.
    std::int64_t of(std::size_t sum, std::size_t step) const { return m_steps[step][sum]; }

private:
    static std::int64_t keyOf(const Sum& sum, const domain::TieStep& step,
                              const std::vector<Check>& checks, const Village& village)
    {
        switch (step.by) {
            case domain::TieBreak::fewestVetoes:
                return sum.vetoes;
            case domain::TieBreak::fewestFindings:
                return sum.findingsHundredths;
            case domain::TieBreak::lastPlace:
                return village.lastPlace ? *village.lastPlace : behindAll;
            case domain::TieBreak::higherInChecklist:
                for (std::size_t i = 0; i < checks.size(); ++i)
                    if (checks[i].kind == step.checklistKind &&
                        sum.parts[i].source != PartSource::spread)
                        return -sum.parts[i].score.hundredths;
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

/// Refines groups of equal sums step by step; `order` holds their numbers, best first.
class TieBreaker {
public:
    using CodeOf = std::function<const domain::RegionCode&(std::size_t)>;

    TieBreaker(CodeOf codeOf, const domain::RankingRules& rules, const Keys& keys,
               std::vector<std::size_t>& order)
        : m_codeOf(std::move(codeOf)),
          m_rules(rules),
          m_keys(keys),
          m_order(order),
          m_leads(order.size()),
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
                const auto found = std::find(decided.begin(), decided.end(), m_codeOf(m_order[i]));
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

    const CodeOf m_codeOf;
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

template <class Large>
void fetch(const Large& large)
{
    constexpr std::size_t line = 64;
    const char* at = reinterpret_cast<const char*>(&large);
    for (std::size_t byte = 0; byte < sizeof large; byte += line) __builtin_prefetch(at + byte, 1);
}

/// The rows in this order. Sums and names lie in the order of the codes and are wanted in that of
/// the points: each is asked for before it is needed, as waiting for one after the other is what
/// takes the time.
std::vector<Row> rowsOf(std::vector<Sum>& sums, std::vector<Village>& participants,
                        const std::vector<std::size_t>& order, const std::vector<Stand>& stands)
{
    constexpr std::size_t sumsAhead = 32;
    constexpr std::size_t namesAhead = 16;
    std::vector<Row> rows;
    rows.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + sumsAhead < order.size()) fetch(sums[order[i + sumsAhead]]);
        if (i + namesAhead < order.size()) fetch(participants[sums[order[i + namesAhead]].village]);
        Sum& sum = sums[order[i]];
        Village& village = participants[sum.village];
        rows.push_back({stands[i].place, stands[i].shared, std::move(village.code),
                        std::move(village.name), std::move(village.town), sum.points, sum.weighted,
                        sum.bonus, sum.bonusBeforeCap, sum.vetoes, sum.findingsHundredths,
                        std::move(sum.parts), stands[i].lead.apart, stands[i].lead.tieStep,
                        village.lastPlace, village.lastPoints});
    }
    return rows;
}

}  // namespace

Placed placeRows(std::vector<Sum> sums, std::vector<Village>& participants,
                 const domain::RankingRules& rules, const std::vector<Check>& checks)
{
    // Sums come in the order of their codes, and a stable order keeps it among those that share a
    // place.
    const Keys keys(sums, rules, checks, participants);
    const auto& byPoints = keys.byPoints();
    std::vector<std::size_t> order;
    order.reserve(sums.size());
    for (const auto& [points, sum] : byPoints) order.push_back(sum);
    const auto codeOf = [&](std::size_t sum) -> const domain::RegionCode& {
        return participants[sums[sum].village].code;
    };
    TieBreaker breaker(codeOf, rules, keys, order);
    for (std::size_t first = 0, i = 1; i <= order.size(); ++i)
        if (i == order.size() || byPoints[i].first != byPoints[first].first) {
            breaker.refine(first, i, 0, {first == 0 ? Apart::first : Apart::points, -1});
            first = i;
        }
    return {rowsOf(sums, participants, order, standsOf(breaker.leads())), breaker.decisionUsed()};
}

}  // namespace ranking
