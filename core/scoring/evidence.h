#pragma once

#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/scoring/photo_lack.h"

namespace scoring {

/// What is wrong with an inspection's answers or their proof.
enum class Problem {
    unanswered,
    itemUnknown,  ///< an answer to an item that the sheet or profile does not have
    itemDoubled,  ///< two answers to one item
    ruleUnknown,  ///< a finding or sub-point by a rule that the item does not have
    notApplicableForbidden,
    nothingApplies,        ///< every item with points is "not applicable": nothing was inspected
    findingMissing,        ///< "found" without a finding or sub-point
    findingNotApplicable,  ///< a finding on an item that does not apply
    kindMissing,           ///< perMissing: which kind is not said
    tierMissing,           ///< tier: which step is not said
    householdMissing,      ///< perHousehold: which household is not said
    householdsTooMany,     ///< more failing households than visited
    valueMissing,          ///< ratio, overMagnitude: the measured value is not given
    photoMissing,          ///< a finding or item that needs photos has none
    photosTooFew,          ///< fewer than the rule asks (wide and close are two)
    viewMissing,           ///< one photo is missing, and it is known which: the wide or the close
    ledgerPhotoMissing,    ///< a deduction proved by a ledger, without a photo of it
    ledgerPhotoAdvised,    ///< an item found in order by its ledger, without a photo of it
    galleryForbidden       ///< a photo from the gallery where only the app's own camera counts
};

struct EvidenceProblem {
    Problem problem = Problem::unanswered;
    std::string itemCode;
    std::string ruleCode;
    domain::FindingId finding;
    domain::PhotoId photo;  ///< galleryForbidden
    int have = 0;           ///< photos that count (or failing households) there are
    int need = 0;           ///< photos (or visited households) there must be
    PhotoCount counted;     ///< the photos, by what they show
    PhotoLack lack;         ///< what is to be taken; lackOf says by which rule

    bool operator==(const EvidenceProblem&) const = default;
};

/// Everything missing or wrong, in the sheet's order, unknown items last. Pure.
std::vector<EvidenceProblem> problemsOf(const domain::Checklist& checklist,
                                        const std::string& profile,
                                        const std::vector<domain::Answer>& answers,
                                        const std::vector<domain::PhotoEntry>& photos);
std::vector<EvidenceProblem> problemsOf(const domain::Checklist& checklist,
                                        const domain::Inspection& inspection);

/// Whether an inspection with this problem may not be submitted. Photos from the gallery and
/// advised ledger photos are shown to the reviewer instead.
bool blocksSubmit(Problem problem);

/// Whether a photo that the sheet asks for is not there.
bool lacksPhoto(Problem problem);

/// What to do about it, in Chinese: "LJ07 第 2 处缺照片，请补拍".
std::string toText(const EvidenceProblem& problem);

}  // namespace scoring
