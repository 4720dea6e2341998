#include "core/ranking/facts.h"

#include <algorithm>

namespace ranking {

std::vector<domain::Adjustment> adjustmentsOf(const std::vector<Decided>& decisions)
{
    std::vector<domain::Adjustment> adjustments;
    for (const Decided& decided : decisions)
        for (const domain::Adjustment& adjustment : decided.review.adjustments) {
            std::erase_if(adjustments, [&](const domain::Adjustment& earlier) {
                return earlier.itemCode == adjustment.itemCode;
            });
            adjustments.push_back(adjustment);
        }
    return adjustments;
}

InspectionFacts factsFrom(domain::Checklist checklist, domain::Inspection inspection,
                          std::string inspector, const std::vector<Decided>& decisions)
{
    InspectionFacts facts{std::move(checklist),
                          std::move(inspection),
                          adjustmentsOf(decisions),
                          std::move(inspector),
                          {}};
    for (const Decided& decided : decisions)
        if (decided.review.decision == domain::Decision::approve && decided.review.appeal.empty())
            facts.reviewer = decided.reviewer;
    return facts;
}

}  // namespace ranking
