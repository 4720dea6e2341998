#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"

namespace scoring {

using base::Points;

/// What one rule took from its item (or gave, for bonus). Only rules that did something have a
/// line, and sub-points that are not met.
struct RuleLine {
    std::string ruleCode;
    domain::RuleMethod method = domain::RuleMethod::perFinding;
    int count = 0;      ///< 处, households, kinds, steps: what `price` was multiplied by
    int repeated = 0;   ///< of `count`: there last time and not put right, and so weighing more
    Points price;       ///< of one; of the worst step for tiers
    Points beforeCaps;  ///< what the rule alone would take; >= 0
    Points afterCap;    ///< the same within the rule's own cap
    int sample = 0;     ///< perHousehold, carried: households that `count` is of; 0: not carried
    std::int64_t missThousandths = 0;         ///< ratio: by how much the value that counts is off
    std::vector<domain::FindingId> findings;  ///< every finding by this rule, counted or not
    std::string words;                        ///< "每处扣 0.5：3 处 × 0.5 = 1.5"
};

enum class ItemState { unanswered, ok, found, notApplicable, notInProfile };

struct ItemScore {
    std::string code;
    std::string title;
    ItemState state = ItemState::unanswered;
    Points max;
    Points deductedBeforeCaps;  ///< sum of the lines' afterCap
    Points deducted;            ///< within the item's max
    Points points;  ///< max - deducted; 0 where it does not apply, unless it gives full marks
    int findings = 0;
    std::vector<RuleLine> lines;
    std::optional<domain::Adjustment> adjustment;  ///< a supervisor's points, already in `points`
    Points pointsBeforeAdjustment;
};

struct SectionScore {
    std::string code;
    std::string title;
    bool applies = true;       ///< false: left out by the profile, or all items not applicable
    Points max;                ///< as printed on the sheet
    Points appliedMax;         ///< of the items that apply
    Points lost;               ///< sum of its items' deductions
    Points deductedBeforeCap;  ///< the same, carried to `pointsOf`
    Points deducted;           ///< within the section's cap, which holds after the carrying
    Points points;             ///< pointsOf - deducted
    Points pointsOf;           ///< what `points` is out of: max less what is spread over the sheet
    std::vector<ItemScore> items;
};

/// 一票否决 as found; what it does is decided by the ranking.
struct Veto {
    std::string itemCode;
    std::string ruleCode;
    std::string text;
    std::vector<domain::FindingId> findings;
};

/// A score and why it is so: sheet -> sections -> items -> rule lines -> findings.
struct Score {
    Points points;   ///< 0..maximum, bonus aside
    Points maximum;  ///< of the printed sheet, whatever applies
    Points bonus;    ///< within the sheet's bonus cap
    Points bonusBeforeCap;
    /// `points` were each section with a veto worth nothing (the whole sheet, for a veto in a
    /// section that has no points of its own).
    Points pointsIfVetoed;
    Points carriedFrom;  ///< the points of what applies, spread up to `maximum`; equal when nothing
                         ///< is spread
    std::vector<Veto> vetoes;
    int findings = 0;       ///< bonus aside
    int itemsToAnswer = 0;  ///< items of the profile, bonus and veto items aside
    int itemsAnswered = 0;
    int itemsMissing = 0;
    std::vector<SectionScore> sections;

    Points total() const { return points + bonus; }
};

/// Scores answers by a sheet. Pure, and the same on every machine; takes well under 0.1 ms for 60
/// items, so it is simply called again after each tap.
///
/// An unanswered item has lost nothing yet; `itemsMissing` says that the score is not final.
/// Answers may come in any order; unknown items and rules cost nothing (scoring::problemsOf names
/// them). Findings on an item that does not apply cost nothing. An empty or unknown profile means
/// the sheet's first, or none.
///
/// Rounding: half up to a hundredth (base::scaled), and only these are rounded: the percentage that
/// a repeated finding costs, a sample of households smaller or larger than planned (with the
/// percentage in one step), a section whose not-applicable items are spread over the rest of it,
/// and the sheet when items or sections are spread over the sheet.
///
/// Adjustments set an item's points, within 0..max (for a bonus item, its bonus within the sheet's
/// bonus cap).
Score scoreOf(const domain::Checklist& checklist, const std::string& profile,
              const std::vector<domain::Answer>& answers,
              const std::vector<domain::Adjustment>& adjustments = {});

}  // namespace scoring
