#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/checklist.h"
#include "core/domain/ids.h"

namespace domain {

enum class PeriodKind { month, quarter, year, custom };
enum class CampaignState { draft, published, closed };

/// One check of a campaign with its weight; weights are hundredths of a percent share and need not
/// sum to 100.
struct WeightedChecklist {
    ChecklistRef checklist;
    base::Points weight;

    bool operator==(const WeightedChecklist&) const = default;
};

/// What a missing check does to a village (domain.md §1.3).
enum class MissingCheck { spreadWeight, uniformScore, meanOfOthers, notRanked };
/// What counts when a village was inspected several times by one sheet.
enum class SeveralInspections { mean, meanWithoutExtremes, latest };
/// Whether a 回头看 counts in the ranking of its campaign: not at all, or like any other
/// inspection.
enum class LookBack { apart, counts };
/// What a confirmed veto does.
enum class VetoEffect { outOfBest, intoWorst, sectionToZero };
/// In which order equal totals are told apart; what is left equal shares the place.
enum class TieBreak { fewestVetoes, higherInChecklist, fewestFindings, lastPlace, byHand };
/// What happens when a tie lies across the line of the best or the worst.
enum class TieAtLine { takeAll, takeNone };

struct TieStep {
    TieBreak by = TieBreak::fewestVetoes;
    std::string checklistKind;  ///< higherInChecklist

    bool operator==(const TieStep&) const = default;
};

/// A tie that people decided, with why; the better village comes first.
struct HandDecision {
    std::vector<RegionCode> order;
    std::string reason;

    bool operator==(const HandDecision&) const = default;
};

/// The rules of a ranking as data. Defaults are those of domain.md §1.3, to be confirmed by the
/// office.
struct RankingRules {
    MissingCheck missing = MissingCheck::spreadWeight;
    base::Points uniformScore = base::Points::whole(95);
    SeveralInspections several = SeveralInspections::mean;
    LookBack lookBack = LookBack::apart;
    std::vector<VetoEffect> vetoEffects = {VetoEffect::outOfBest};
    base::Points bonusCap = base::Points::whole(5);
    int bestCount = 10;
    int worstCount = 10;
    int bestPerTown = 0;  ///< 0: no quota
    int worstPerTown = 0;
    bool byClass = false;  ///< rank villages of each class (title) apart
    std::vector<TieStep> ties;
    TieAtLine atLine = TieAtLine::takeAll;
    std::vector<HandDecision> byHand;

    bool operator==(const RankingRules&) const = default;
};

/// What capture obeys in this campaign.
struct CaptureSettings {
    int photoLongSidePx = 1600;
    int photoQuality = 80;
    double accuracyLimitM = 30;
    bool originalsWanted = false;

    bool operator==(const CaptureSettings&) const = default;
};

/// The title (称号) by which the ranking groups a participant, as it was when the campaign was
/// made.
struct VillageClass {
    RegionCode village;
    std::string title;

    bool operator==(const VillageClass&) const = default;
};

struct ExclusionReason {
    RegionCode village;
    std::string reason;

    bool operator==(const ExclusionReason&) const = default;
};

/// A campaign whose ranking is one check of a combined one.
struct CampaignShare {
    CampaignId campaign;
    base::Points weight;

    bool operator==(const CampaignShare&) const = default;
};

/// Deadlines of what is to be put right, and until when a deduction may be contested.
struct RectificationSettings {
    int urgentHours = 24;
    int majorHours = 3 * 24;
    int ordinaryHours = 7 * 24;
    int appealDays = 7;       ///< after the decision, unless a day is named
    std::string appealUntil;  ///< "2026-12-05": the last local day for appeals

    bool operator==(const RectificationSettings&) const = default;
};

/// A 批次: who takes part, which sheets at which weight, and how the ranking is made. Frozen when
/// published.
struct Campaign {
    CampaignId id;
    std::string name;
    PeriodKind period = PeriodKind::custom;
    std::string firstDay;  ///< "2026-11-01", local days
    std::string lastDay;
    CampaignState state = CampaignState::draft;
    std::vector<WeightedChecklist> checklists;
    std::vector<RegionCode>
        participants;  ///< village-level units, sorted, exclusions already taken out
    std::vector<RegionCode> excluded;  ///< named so that the result can say why they are not there
    std::vector<ExclusionReason> exclusionReasons;  ///< of some of `excluded`
    std::vector<VillageClass> classes;              ///< by village; the others have no class
    CampaignId previous;  ///< whose ranking gives last period's places; may be empty
    std::vector<CampaignShare> combines;  ///< of a combined campaign, which has no checklists
    RankingRules rules;
    CaptureSettings capture;
    RectificationSettings rectification;

    bool operator==(const Campaign&) const = default;
};

}  // namespace domain
