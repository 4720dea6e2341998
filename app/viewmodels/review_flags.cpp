#include "app/viewmodels/review_flags.h"

#include <algorithm>

#include "core/evidence/faults.h"
#include "core/scoring/evidence.h"

namespace viewmodels::review {

namespace {

bool isMissingEvidence(const scoring::EvidenceProblem& problem)
{
    return problem.problem == scoring::Problem::photoMissing ||
           problem.problem == scoring::Problem::photosTooFew ||
           problem.problem == scoring::Problem::ledgerPhotoMissing;
}

int flagsOfFix(const base::Fix& fix, double accuracyLimitM)
{
    return (fix.accuracyM > accuracyLimitM ? PoorAccuracy : 0) | (fix.mock ? MockPosition : 0);
}

bool hasVeto(const domain::Inspection& inspection, const domain::Checklist& sheet)
{
    return std::ranges::any_of(inspection.answers, [&](const domain::Answer& answer) {
        const domain::Item* item = domain::findItem(sheet, answer.itemCode);
        return item && std::ranges::any_of(answer.findings, [&](const domain::Finding& finding) {
                   const domain::Rule* rule = domain::findRule(*item, finding.ruleCode);
                   return rule && rule->method == domain::RuleMethod::veto;
               });
    });
}

}  // namespace

int flagsOf(const domain::Inspection& inspection, const domain::Checklist& sheet,
            double accuracyLimitM)
{
    int flags = 0;
    if (std::ranges::any_of(scoring::problemsOf(sheet, inspection), isMissingEvidence))
        flags |= MissingEvidence;
    bool anyFix = inspection.startFix.has_value();
    if (inspection.startFix) flags |= flagsOfFix(*inspection.startFix, accuracyLimitM);
    for (const domain::PhotoEntry& photo : inspection.photos) {
        if (photo.source == domain::PhotoSource::gallery) flags |= FromGallery;
        if (photo.clocks.doubtful) flags |= ClockDoubtful;
        if (photo.fix) flags |= flagsOfFix(*photo.fix, accuracyLimitM);
        anyFix = anyFix || photo.fix.has_value();
    }
    if (!anyFix) flags |= NoPosition;
    if (!evidence::faultsOf(inspection).empty()) flags |= ChainBroken;
    if (hasVeto(inspection, sheet)) flags |= Vetoed;
    return flags;
}

int riskOf(int flags)
{
    constexpr std::pair<Flag, int> weights[] = {
        {ChainBroken, 10},  {MissingEvidence, 8}, {Vetoed, 6},       {MockPosition, 6},
        {ClockDoubtful, 5}, {NoPosition, 4},      {FromGallery, 3},  {FarFromLast, 3},
        {PoorAccuracy, 2},  {InspectorFarOff, 2}, {PhotosNotHere, 1}};
    int risk = 0;
    for (const auto& [flag, weight] : weights) risk += (flags & flag) != 0 ? weight : 0;
    return risk;
}

}  // namespace viewmodels::review
