#include <algorithm>
#include <tuple>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

/// Gives places to rows sorted by a value: equals share, and the next place is skipped.
template <class Rows, class Value>
void sharePlaces(Rows& rows, Value value)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool equal = i > 0 && value(rows[i]) == value(rows[i - 1]);
        rows[i].place = equal ? rows[i - 1].place : static_cast<int>(i) + 1;
        if (equal) rows[i].shared = rows[i - 1].shared = true;
    }
}

void count(Coverage& coverage, bool approved, bool waiting, bool sentBack)
{
    ++(approved   ? coverage.approved
       : waiting  ? coverage.waiting
       : sentBack ? coverage.sentBack
                  : coverage.unchecked);
}

}  // namespace

TownRow& TownCounter::rowOf(const domain::RegionCode& code)
{
    if (m_last < m_rows.size() && m_rows[m_last].town == code) return m_rows[m_last];
    const auto [found, isNew] = m_index.emplace(code.value, m_rows.size());
    if (isNew) m_rows.emplace_back().town = code;
    m_last = found->second;
    return m_rows[m_last];
}

void TownCounter::add(const std::vector<Village>& participants, const std::vector<Sum>& sums)
{
    auto sum = sums.begin();
    for (std::size_t i = 0; i < participants.size(); ++i) {
        TownRow& town = rowOf(participants[i].town);
        ++town.participants;
        if (sum == sums.end() || sum->village != i) continue;
        town.points += sum->points;
        ++town.ranked;
        ++sum;
    }
}

void TownCounter::addLists(const Board& board)
{
    for (const Listed& listed : board.best.entries)
        ++rowOf(board.rows[static_cast<std::size_t>(listed.row)].town).best;
    for (const Listed& listed : board.worst.entries)
        ++rowOf(board.rows[static_cast<std::size_t>(listed.row)].town).worst;
}

std::vector<TownRow> TownCounter::ranked(const std::vector<Town>& towns)
{
    for (const Town& town : towns)
        if (const auto found = m_index.find(town.code.value); found != m_index.end())
            m_rows[found->second].name = town.name;
    std::sort(m_rows.begin(), m_rows.end(),
              [](const TownRow& a, const TownRow& b) { return a.town < b.town; });
    std::vector<TownRow> ranked;
    std::vector<TownRow> unranked;
    for (TownRow& town : m_rows) {
        if (town.name.empty()) town.name = town.town.value;
        if (town.ranked > 0) town.points = base::scaled(town.points, 1, town.ranked);
        (town.ranked > 0 ? ranked : unranked).push_back(std::move(town));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const TownRow& a, const TownRow& b) { return a.points > b.points; });
    sharePlaces(ranked, [](const TownRow& town) { return town.points; });
    ranked.insert(ranked.end(), unranked.begin(), unranked.end());
    return ranked;
}

std::vector<Improved> rankImproved(const std::vector<Board>& boards, int wanted)
{
    std::vector<Improved> improved;
    for (const Board& board : boards)
        for (const Row& row : board.rows)
            if (row.lastPoints && row.points > *row.lastPoints)
                improved.push_back({0, false, row.village, row.name, row.points - *row.lastPoints});
    std::sort(improved.begin(), improved.end(), [](const Improved& a, const Improved& b) {
        return std::tie(b.by, a.village) < std::tie(a.by, b.village);
    });
    sharePlaces(improved, [](const Improved& one) { return one.by; });
    const auto end = std::find_if(improved.begin(), improved.end(),
                                  [&](const Improved& one) { return one.place > wanted; });
    improved.erase(end, improved.end());
    return improved;
}

CoverageCounter::CoverageCounter(const RankingInput& input)
    : m_input(input), m_coverage(input.checks.size() + 1)
{
    for (const Subject& subject : input.subjects)
        for (std::size_t i = 0; i < input.checks.size(); ++i)
            if (std::find(subject.kinds.begin(), subject.kinds.end(), input.checks[i].kind) !=
                subject.kinds.end())
                m_expected[{subject.village.value, i}].push_back(subject.code);
    for (std::size_t i = 0; i < input.checks.size(); ++i)
        m_coverage[i + 1].checklistKind = input.checks[i].kind;
    for (const Waiting& one : input.waiting)
        for (std::size_t i = 0; i < input.checks.size(); ++i)
            if (input.checks[i].kind == one.checklistKind) {
                States& states = m_waiting[{one.village.value, i}];
                states.waiting |= one.state == domain::InspectionState::submitted;
                states.sentBack |= one.state == domain::InspectionState::sentBack;
                break;
            }
}

bool CoverageCounter::isApproved(const domain::RegionCode& village, std::size_t check,
                                 const Part& part) const
{
    if (part.source != PartSource::inspected || m_expected.empty())
        return part.source == PartSource::inspected;
    const auto expected = m_expected.find({village.value, check});
    if (expected == m_expected.end()) return true;
    const auto first = m_input.scores.begin() + part.firstScore;
    const auto has = [&](const domain::RegionCode& subject) {
        return std::any_of(first, first + part.scores,
                           [&](const ApprovedScore& score) { return score.subject == subject; });
    };
    return has(village) || std::all_of(expected->second.begin(), expected->second.end(), has);
}

void CoverageCounter::add(const domain::RegionCode& village, const std::vector<Part>& parts)
{
    bool allApproved = true;
    States any;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool approved = isApproved(village, i, parts[i]);
        States states;
        if (!approved && !m_waiting.empty())
            if (const auto found = m_waiting.find({village.value, i}); found != m_waiting.end())
                states = found->second;
        count(m_coverage[i + 1], approved, states.waiting, states.sentBack);
        allApproved = allApproved && approved;
        any.waiting |= states.waiting;
        any.sentBack |= states.sentBack;
    }
    count(m_coverage[0], allApproved, any.waiting, any.sentBack);
}

}  // namespace ranking
