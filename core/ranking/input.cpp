#include <algorithm>
#include <tuple>
#include <utility>

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

std::vector<Village> participantsOf(RankingInput& input)
{
    std::vector<domain::RegionCode>& codes = input.campaign.participants;
    if (!std::is_sorted(codes.begin(), codes.end())) std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    const auto byCode = [](const Village& a, const Village& b) { return a.code < b.code; };
    if (!std::is_sorted(input.villages.begin(), input.villages.end(), byCode))
        std::stable_sort(input.villages.begin(), input.villages.end(), byCode);
    if (std::equal(codes.begin(), codes.end(), input.villages.begin(), input.villages.end(),
                   [](const auto& code, const Village& village) { return code == village.code; }))
        return std::exchange(input.villages, {});
    std::vector<Village> participants;
    participants.reserve(codes.size());
    auto known = input.villages.begin();
    for (const domain::RegionCode& code : codes) {
        while (known != input.villages.end() && known->code < code) ++known;
        if (known != input.villages.end() && known->code == code) {
            participants.push_back(std::move(*known));
            known->code = code;  // what is moved from keeps its place in the order
        } else {
            Village unnamed;
            unnamed.code = code;
            unnamed.name = code.value;
            participants.push_back(std::move(unnamed));
        }
    }
    return participants;
}

namespace {

/// Says of one village after the other whether it takes part; fast where they come in order.
class Membership {
public:
    explicit Membership(const std::vector<domain::RegionCode>& sorted)
        : m_sorted(sorted), m_at(sorted.begin())
    {
    }

    bool has(const domain::RegionCode& code)
    {
        if (m_at != m_sorted.end() && *m_at == code) return true;
        if (m_at != m_sorted.end() && m_at + 1 != m_sorted.end() && *m_at < code &&
            code <= *(m_at + 1))
            ++m_at;
        else
            m_at = std::lower_bound(m_sorted.begin(), m_sorted.end(), code);
        return m_at != m_sorted.end() && *m_at == code;
    }

private:
    const std::vector<domain::RegionCode>& m_sorted;
    std::vector<domain::RegionCode>::const_iterator m_at;
};

std::size_t checkOf(const RankingInput& input, const ApprovedScore& score)
{
    std::size_t i = 0;
    while (i < input.checks.size() && input.checks[i].kind != score.checklistKind) ++i;
    return i;
}

}  // namespace

bool isBeforeInCheck(const ApprovedScore& a, const ApprovedScore& b)
{
    const auto order = [](const ApprovedScore& score) {
        return std::tie(score.subject, score.submittedAtMs, score.inspection, score.revision);
    };
    return order(a) < order(b);
}

void sortScores(RankingInput& input)
{
    Membership participants(input.campaign.participants);
    std::erase_if(input.scores, [&](const ApprovedScore& score) {
        return checkOf(input, score) == input.checks.size() || !participants.has(score.village);
    });
    const auto byVillage = [](const ApprovedScore& a, const ApprovedScore& b) {
        return a.village < b.village;
    };
    const auto inVillage = [&](const ApprovedScore& a, const ApprovedScore& b) {
        if (a.checklistKind != b.checklistKind) return checkOf(input, a) < checkOf(input, b);
        return isBeforeInCheck(a, b);
    };
    // The hub reads them village by village: then only those of one village have to be sorted.
    if (!std::is_sorted(input.scores.begin(), input.scores.end(), byVillage))
        std::sort(input.scores.begin(), input.scores.end(), byVillage);
    for (auto first = input.scores.begin(); first != input.scores.end();) {
        const auto last = std::find_if(first, input.scores.end(), [&](const ApprovedScore& score) {
            return score.village != first->village;
        });
        std::sort(first, last, inVillage);
        first = last;
    }
}

}  // namespace ranking
