#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/checklist.h"
#include "core/domain/ids.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"

namespace ranking {

using base::Points;

/// One sheet of the campaign, in the campaign's order.
struct Check {
    std::string kind;
    std::string title;
    Points weight;

    bool operator==(const Check&) const = default;
};

/// A participant as the ranking needs it. A participant without an entry is shown by its code.
struct Village {
    domain::RegionCode code;
    std::string name;
    domain::RegionCode town;
    std::string villageClass;      ///< title that groups the ranking (精品村 …); may be empty
    std::optional<int> lastPlace;  ///< in the period before
    std::optional<Points> lastPoints;

    bool operator==(const Village&) const = default;
};

struct Town {
    domain::RegionCode code;
    std::string name;

    bool operator==(const Town&) const = default;
};

/// The score of one approved revision (scoring::Score with its adjustments), as the ranking takes
/// it.
struct ApprovedScore {
    domain::RegionCode village;
    domain::RegionCode subject;  ///< the village, or one facility of it
    std::string checklistKind;
    domain::InspectionId inspection;
    int revision = 1;
    std::int64_t submittedAtMs = 0;
    Points points;  ///< bonus aside
    Points pointsIfVetoed;
    Points maximum = Points::whole(100);
    Points bonus;
    int vetoes = 0;
    int findings = 0;
    bool used =
        true;  ///< set by rankOf: false for an older or an extreme one that the rules leave out

    bool operator==(const ApprovedScore&) const = default;
};

/// A facility of a village, and by which of the checks it has to be inspected.
struct Subject {
    domain::RegionCode code;
    domain::RegionCode village;
    std::string name;
    std::vector<std::string> kinds;  ///< none: it is known by name only (taken out of use)

    bool operator==(const Subject&) const = default;
};

/// An inspection that is not approved (yet): for the coverage only.
struct Waiting {
    domain::RegionCode village;
    std::string checklistKind;
    domain::InspectionState state = domain::InspectionState::submitted;

    bool operator==(const Waiting&) const = default;
};

/// The period before, where lastPlace and lastPoints come from.
struct Previous {
    domain::CampaignId campaign;
    std::string name;
    std::string package;  ///< hash of its ranking package; empty: not published yet

    bool operator==(const Previous&) const = default;
};

/// Everything a ranking is made of. Order within the lists does not matter.
struct RankingInput {
    domain::Campaign campaign;
    std::vector<Check> checks;  ///< one for each of campaign.checklists
    std::vector<Village> villages;
    std::vector<Town> towns;
    std::vector<Subject> subjects;      ///< each code once
    std::vector<ApprovedScore> scores;  ///< those of other villages or sheets are ignored
    std::vector<Waiting> waiting;
    std::optional<Previous> previous;

    bool operator==(const RankingInput&) const = default;
};

/// What the ranking takes from an approved revision: its score by its sheet, with the reviewer's
/// adjustments.
ApprovedScore approvedScoreOf(const domain::Checklist& checklist,
                              const domain::Inspection& inspection,
                              const std::vector<domain::Adjustment>& adjustments);

/// The checks of a campaign with titles from its sheets (the kind where a sheet is not given).
std::vector<Check> checksOf(const domain::Campaign& campaign,
                            const std::vector<domain::Checklist>& checklists);

}  // namespace ranking
