#include "app/viewmodels/read_score.h"

#include "core/ranking/facts.h"
#include "core/scoring/score.h"

namespace viewmodels {

std::vector<domain::Adjustment> adjustmentsOf(const store::InspectionHistory& history, int revision)
{
    std::vector<ranking::Decided> decisions;
    for (const store::ReviewRow& row : history.reviews)
        if (!row.refused && row.review.revision == revision) decisions.push_back({row.review, {}});
    return ranking::adjustmentsOf(decisions);
}

std::optional<base::Points> scoreNow(const store::Records& records,
                                     const store::InspectionHead& head,
                                     const std::optional<domain::Checklist>& sheet)
{
    if (!head.adjusted || !sheet) return head.score;
    const auto history = records.history(head.id);
    if (!history) return head.score;
    const domain::Inspection& newest = history->revisions.back().inspection;
    return scoring::scoreOf(*sheet, newest.profile, newest.answers,
                            adjustmentsOf(*history, newest.revision))
        .total();
}

}  // namespace viewmodels
