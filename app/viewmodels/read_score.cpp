#include "app/viewmodels/read_score.h"

#include <map>

#include "core/scoring/score.h"

namespace viewmodels {

std::vector<domain::Adjustment> adjustmentsOf(const store::InspectionHistory& history, int revision)
{
    std::map<std::string, domain::Adjustment> byItem;
    for (const store::ReviewRow& row : history.reviews) {
        if (row.refused || row.review.revision != revision) continue;
        for (const domain::Adjustment& adjustment : row.review.adjustments)
            byItem[adjustment.itemCode] = adjustment;
    }
    std::vector<domain::Adjustment> all;
    for (auto& [item, adjustment] : byItem) all.push_back(std::move(adjustment));
    return all;
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
