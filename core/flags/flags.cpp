#include "core/flags/flags.h"

#include <algorithm>
#include <cstdlib>

#include "core/evidence/faults.h"
#include "core/evidence/sign_off.h"
#include "core/scoring/evidence.h"
#include "core/scoring/score.h"

namespace flags {

namespace {

constexpr std::int64_t farHundredths = 1500;
constexpr int inspectionsForMean = 5;
constexpr std::int64_t meanFarHundredths = 800;

bool isMissingEvidence(const scoring::EvidenceProblem& problem)
{
    return scoring::lacksPhoto(problem.problem);
}

int flagsOfFix(const base::Fix& fix, double accuracyLimitM)
{
    return (evidence::isPoor(fix, accuracyLimitM) ? poorAccuracy : 0) |
           (fix.mock ? mockPosition : 0);
}

}  // namespace

int flagsOf(const domain::Inspection& inspection, const domain::Checklist& sheet,
            double accuracyLimitM)
{
    int found = 0;
    if (std::ranges::any_of(scoring::problemsOf(sheet, inspection), isMissingEvidence))
        found |= missingEvidence;
    bool anyFix = inspection.startFix.has_value();
    if (inspection.startFix) found |= flagsOfFix(*inspection.startFix, accuracyLimitM);
    for (const domain::PhotoEntry& photo : inspection.photos) {
        if (photo.source == domain::PhotoSource::gallery) found |= fromGallery;
        if (photo.clocks.doubtful) found |= clockDoubtful;
        if (photo.fix) found |= flagsOfFix(*photo.fix, accuracyLimitM);
        anyFix = anyFix || photo.fix.has_value();
    }
    for (const domain::Answer& answer : inspection.answers)
        for (const domain::Finding& finding : answer.findings)
            if (finding.fix) found |= flagsOfFix(*finding.fix, accuracyLimitM);
    if (!anyFix) found |= noPosition;
    if (!evidence::lacksOf(inspection, accuracyLimitM).empty()) found |= notSignedOff;
    if (!evidence::faultsOf(inspection).empty()) found |= chainBroken;
    if (domain::hasVeto(sheet, inspection)) found |= vetoed;
    return found;
}

bool isFarFromLast(const domain::Checklist& sheet, const domain::Inspection& inspection,
                   const domain::Inspection& last)
{
    if (last.checklist.version != inspection.checklist.version) return false;
    const auto total = [&](const domain::Inspection& one) {
        return scoring::scoreOf(sheet, one.profile, one.answers).total().hundredths;
    };
    return std::abs(total(inspection) - total(last)) >= farHundredths;
}

bool isInspectorFarOff(const Scores& own, const Scores& all)
{
    if (own.count < inspectionsForMean || all.count == 0) return false;
    // The means' difference, without dividing.
    const std::int64_t apart = own.sumHundredths * all.count - all.sumHundredths * own.count;
    return std::abs(apart) > meanFarHundredths * own.count * all.count;
}

}  // namespace flags
