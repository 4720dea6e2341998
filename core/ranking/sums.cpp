#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

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

std::vector<TownRow> rankTowns(const std::vector<Board>& boards,
                               const std::vector<Village>& participants,
                               const std::vector<Town>& towns)
{
    std::vector<TownRow> all;
    std::unordered_map<std::string_view, std::size_t> index;
    const auto townRow = [&](const domain::RegionCode& code) -> TownRow& {
        const auto [found, isNew] = index.emplace(code.value, all.size());
        if (isNew) {
            all.emplace_back();
            all.back().town = code;
        }
        return all[found->second];
    };
    for (const Village& village : participants) ++townRow(village.town).participants;
    for (const Board& board : boards) {
        for (const Row& row : board.rows) {
            TownRow& town = townRow(row.town);
            town.points += row.points;
            ++town.ranked;
        }
        for (const Listed& listed : board.best.entries)
            ++townRow(board.rows[static_cast<std::size_t>(listed.row)].town).best;
        for (const Listed& listed : board.worst.entries)
            ++townRow(board.rows[static_cast<std::size_t>(listed.row)].town).worst;
    }
    for (const Town& town : towns)
        if (const auto found = index.find(town.code.value); found != index.end())
            all[found->second].name = town.name;
    std::sort(all.begin(), all.end(),
              [](const TownRow& a, const TownRow& b) { return a.town < b.town; });
    std::vector<TownRow> ranked;
    std::vector<TownRow> unranked;
    for (TownRow& town : all) {
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

std::vector<Coverage> coverageOf(const RankingInput& input,
                                 const std::vector<Village>& participants)
{
    using domain::InspectionState;
    std::map<std::string, std::size_t> checkOf;
    for (std::size_t i = 0; i < input.checks.size(); ++i) checkOf.emplace(input.checks[i].kind, i);
    std::map<std::pair<std::string_view, std::size_t>, std::set<InspectionState>> waiting;
    for (const Waiting& one : input.waiting)
        if (const auto check = checkOf.find(one.checklistKind); check != checkOf.end())
            waiting[{one.village.value, check->second}].insert(one.state);
    std::vector<Coverage> coverage(input.checks.size() + 1);
    for (std::size_t i = 0; i < input.checks.size(); ++i)
        coverage[i + 1].checklistKind = input.checks[i].kind;
    auto score = input.scores.begin();
    for (const Village& village : participants) {
        bool allApproved = true;
        bool anyWaiting = false;
        bool anySentBack = false;
        for (std::size_t i = 0; i < input.checks.size(); ++i) {
            bool approved = false;
            for (; score != input.scores.end() && score->village == village.code &&
                   score->checklistKind == input.checks[i].kind;
                 ++score)
                approved = true;
            const auto found = waiting.find({village.code.value, i});
            const bool isWaiting =
                found != waiting.end() && found->second.contains(InspectionState::submitted);
            const bool isSentBack =
                found != waiting.end() && found->second.contains(InspectionState::sentBack);
            count(coverage[i + 1], approved, isWaiting, isSentBack);
            allApproved = allApproved && approved;
            anyWaiting = anyWaiting || (!approved && isWaiting);
            anySentBack = anySentBack || (!approved && isSentBack);
        }
        count(coverage[0], allApproved, anyWaiting, anySentBack);
    }
    return coverage;
}

}  // namespace ranking
