#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/ranking/ranking.h"

// How alike the inspectors of a campaign judge. Figures for those who answer for the ranking,
// beside it; they never change a score, and they say nothing about who is right: villages differ
// too.
namespace fairness {

using base::Points;

/// Who made one revision, and how often he found something by each rule of its sheet.
struct Judgement {
    domain::InspectionId inspection;
    int revision = 1;
    domain::UserId inspector;
    std::map<std::pair<std::string, std::string>, int> found;  ///< by item and rule code
};

Judgement judgementOf(const domain::Checklist& checklist, const domain::Inspection& inspection,
                      const domain::UserId& inspector);

/// Scores out of a hundred, bonus aside: how many, their mean and standard deviation.
struct Sample {
    int inspections = 0;
    Points mean;
    Points spread;

    bool operator==(const Sample&) const = default;
};

/// One inspector on one sheet, against all others on the same sheet.
struct Figures {
    domain::UserId inspector;
    std::string kind;
    Sample own;
    Sample others;

    bool operator==(const Figures&) const = default;

    /// Below zero: stricter than the others.
    Points difference() const { return own.mean - others.mean; }
};

/// One rule as one inspector uses it, against all others.
struct RuleUse {
    domain::UserId inspector;
    std::string kind;
    std::string itemCode;
    std::string ruleCode;
    int used = 0;      ///< inspections in which it took points
    int findings = 0;  ///< in all of them
    int inspections = 0;
    int othersUsed = 0;
    int othersFindings = 0;
    int othersInspections = 0;

    bool operator==(const RuleUse&) const = default;

    /// In how many of a hundred inspections, in hundredths; 0 without inspections.
    Points share() const;
    Points othersShare() const;
};

enum class Where { nowhere, best, worst };

/// A village whose place hangs on one inspector: were his scores as high on the average as those of
/// the others, it would be on another list, or at least placesApart(villages) places away. A place
/// or two is no more than any other check of any other village moves it.
struct HangsOn {
    domain::RegionCode village;
    domain::UserId inspector;
    bool alone = false;  ///< all that counts for the village is his
    int place = 0;
    int otherPlace = 0;  ///< then; 0: not ranked
    Where where = Where::nowhere;
    Where otherwise = Where::nowhere;

    bool operator==(const HangsOn&) const = default;
};

/// A tenth of the villages that are ranked together, and never fewer than three.
int placesApart(std::size_t villages);

struct Fairness {
    std::vector<Figures> figures;  ///< by sheet in the campaign's order, then inspector
    std::vector<RuleUse> rules;    ///< those used by anybody; largest difference of shares first
    std::vector<HangsOn> hangsOn;  ///< by village's place
    bool hangsOnKnown = true;      ///< false: too many villages and inspectors to try each

    bool operator==(const Fairness&) const = default;
};

/// An inspector or others with fewer inspections of a sheet have no mean that says anything:
/// nothing hangs on them by it.
inline constexpr int inspectionsAtLeast = 3;

/// `input` with its scores, as the ranking takes it. Scores without a judgement count for others
/// under an empty inspector. Pure. For each inspector who differs, the campaign is ranked once
/// more.
Fairness fairnessOf(const ranking::RankingInput& input, const std::vector<Judgement>& judgements);

/// The part of fairnessOf that ranks again.
std::vector<HangsOn> hangsOnOf(const ranking::RankingInput& input,
                               const std::map<domain::InspectionId, domain::UserId>& inspectors,
                               const std::vector<Figures>& figures);

}  // namespace fairness
