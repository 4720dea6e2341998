#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/ranking/totals.h"
#include "core/scoring/score.h"

namespace ranking {

ApprovedScore approvedScoreOf(const domain::Checklist& checklist,
                              const domain::Inspection& inspection,
                              const std::vector<domain::Adjustment>& adjustments)
{
    const scoring::Score score =
        scoring::scoreOf(checklist, inspection.profile, inspection.answers, adjustments);
    ApprovedScore approved;
    approved.village = inspection.village;
    approved.subject = inspection.subject;
    approved.checklistKind = checklist.kind;
    approved.inspection = inspection.id;
    approved.revision = inspection.revision;
    approved.submittedAtMs = inspection.submittedAtMs;
    approved.points = score.points;
    approved.pointsIfVetoed = score.pointsIfVetoed;
    approved.maximum = score.maximum;
    approved.bonus = score.bonus;
    approved.vetoes = static_cast<int>(score.vetoes.size());
    approved.findings = score.findings;
    return approved;
}

std::vector<Check> checksOf(const domain::Campaign& campaign,
                            const std::vector<domain::Checklist>& checklists)
{
    std::vector<Check> checks;
    for (const domain::WeightedChecklist& weighted : campaign.checklists) {
        Check check{weighted.checklist.kind, weighted.checklist.kind, weighted.weight};
        for (const domain::Checklist& checklist : checklists)
            if (checklist.kind == weighted.checklist.kind &&
                checklist.version == weighted.checklist.version)
                check.title = checklist.title;
        checks.push_back(std::move(check));
    }
    return checks;
}

std::vector<Village> participantsOf(const RankingInput& input)
{
    std::vector<domain::RegionCode> codes = input.campaign.participants;
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    std::unordered_map<std::string_view, const Village*> known;
    known.reserve(input.villages.size());
    for (const Village& village : input.villages) known.emplace(village.code.value, &village);
    std::vector<Village> participants;
    participants.reserve(codes.size());
    for (const domain::RegionCode& code : codes) {
        const auto found = known.find(code.value);
        if (found != known.end()) {
            participants.push_back(*found->second);
        } else {
            Village unnamed;
            unnamed.code = code;
            unnamed.name = code.value;
            participants.push_back(std::move(unnamed));
        }
    }
    return participants;
}

void sortScores(RankingInput& input)
{
    std::unordered_map<std::string_view, int> order;
    for (std::size_t i = 0; i < input.checks.size(); ++i)
        order.emplace(input.checks[i].kind, static_cast<int>(i));
    std::vector<domain::RegionCode> codes = input.campaign.participants;
    std::sort(codes.begin(), codes.end());
    std::erase_if(input.scores, [&](const ApprovedScore& score) {
        return !order.contains(score.checklistKind) ||
               !std::binary_search(codes.begin(), codes.end(), score.village);
    });
    const auto key = [&](const ApprovedScore& score) {
        return std::tuple(std::string_view(score.village.value), order.at(score.checklistKind),
                          std::string_view(score.subject.value), score.submittedAtMs,
                          std::string_view(score.inspection.value), score.revision);
    };
    const auto less = [&](const ApprovedScore& a, const ApprovedScore& b) {
        return key(a) < key(b);
    };
    if (!std::is_sorted(input.scores.begin(), input.scores.end(), less))
        std::sort(input.scores.begin(), input.scores.end(), less);
    for (ApprovedScore& score : input.scores) score.used = true;
}

}  // namespace ranking
