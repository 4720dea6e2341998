#include <algorithm>
#include <cstdlib>
#include <set>

#include "core/fairness/fairness.h"

namespace fairness {

namespace {

struct Standing {
    int place = 0;
    int apart = 0;  ///< how many places away is another place
    Where where = Where::nowhere;

    bool isAnother(const Standing& other) const
    {
        return where != other.where || std::abs(place - other.place) >= apart;
    }
};

using Standings = std::map<domain::RegionCode, Standing>;

Standings standingsOf(const ranking::Ranking& ranking)
{
    Standings standings;
    for (const ranking::Board& board : ranking.boards) {
        for (const ranking::Row& row : board.rows)
            standings[row.village] = {row.place, placesApart(board.rows.size()), Where::nowhere};
        const auto mark = [&](const ranking::ShortList& list, Where where) {
            for (const ranking::Listed& listed : list.entries)
                standings[board.rows.at(static_cast<std::size_t>(listed.row)).village].where =
                    where;
        };
        mark(board.best, Where::best);
        mark(board.worst, Where::worst);
    }
    return standings;
}

Points within(Points points, Points maximum)
{
    return std::clamp(points, Points{}, maximum);
}

/// The same campaign, had this inspector been neither stricter nor milder than the others.
ranking::RankingInput levelled(const ranking::RankingInput& input,
                               const std::map<domain::InspectionId, domain::UserId>& inspectors,
                               const domain::UserId& inspector,
                               const std::map<std::string, Points>& differences)
{
    ranking::RankingInput other = input;
    for (ranking::ApprovedScore& score : other.scores) {
        const auto by = inspectors.find(score.inspection);
        const auto difference = differences.find(score.checklistKind);
        if (by == inspectors.end() || by->second != inspector || difference == differences.end())
            continue;
        const Points off = base::scaled(difference->second, score.maximum.hundredths, 10000);
        score.points = within(score.points - off, score.maximum);
        score.pointsIfVetoed = within(score.pointsIfVetoed - off, score.maximum);
    }
    return other;
}

}  // namespace

int placesApart(std::size_t villages)
{
    return std::max(3, static_cast<int>((villages + 9) / 10));
}

std::vector<HangsOn> hangsOnOf(const ranking::RankingInput& input,
                               const std::map<domain::InspectionId, domain::UserId>& inspectors,
                               const std::vector<Figures>& figures)
{
    std::map<domain::UserId, std::map<std::string, Points>> differences;
    for (const Figures& one : figures)
        if (one.own.inspections >= inspectionsAtLeast &&
            one.others.inspections >= inspectionsAtLeast && one.difference().hundredths != 0)
            differences[one.inspector][one.kind] = one.difference();
    const ranking::Ranking ranking = ranking::rankOf(input);
    const Standings now = standingsOf(ranking);
    std::map<domain::RegionCode, std::set<domain::UserId>> judges;
    for (const ranking::ApprovedScore& score : ranking.scores) {
        if (!score.used) continue;
        const auto by = inspectors.find(score.inspection);
        judges[score.village].insert(by == inspectors.end() ? domain::UserId{} : by->second);
    }
    std::vector<HangsOn> result;
    for (const auto& [inspector, byKind] : differences) {
        const Standings then =
            standingsOf(ranking::rankOf(levelled(input, inspectors, inspector, byKind)));
        for (const auto& [village, standing] : now) {
            const auto other = then.find(village);
            if (judges[village].count(inspector) == 0 || other == then.end() ||
                !standing.isAnother(other->second))
                continue;
            result.push_back({village, inspector, judges[village].size() == 1, standing.place,
                              other->second.place, standing.where, other->second.where});
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const HangsOn& a, const HangsOn& b) { return a.place < b.place; });
    return result;
}

}  // namespace fairness
