#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/ids.h"

namespace domain {

using base::Points;

/// How a rule turns what was found into points; P1..P12 as in real sheets (domain.md §2.0).
enum class RuleMethod {
    perFinding,    ///< P1, P11, P12: each finding costs `price`
    once,          ///< P2: the first finding costs `price`, more cost nothing
    zeroItem,      ///< P3, P7: any finding takes the whole item
    perMissing,    ///< P4: each missing kind costs `price`; a finding names the kind
    tier,          ///< P5: exclusive steps; the worst step found counts
    perHousehold,  ///< P6: each failing household of a sample costs `price`
    subPoint,      ///< P8: the item earns `price` when the sub-point is met
    ratio,  ///< P9: every `ratio.step` that a measured value misses `ratio.threshold` costs `price`
    overMagnitude,  ///< P10: a finding counts only when its magnitude is over `magnitudeOver`
    bonus,          ///< adds `price` per finding, within the sheet's bonus cap, with proof
    veto            ///< 一票否决: costs nothing here, decides in the ranking
};

enum class PhotoNeed { none, optional, perFinding, perItem, ledger };
enum class Severity { ordinary, major, urgent };

/// What proves a deduction. Used by capture (to ask) and by review (to flag).
struct EvidenceRule {
    PhotoNeed photo = PhotoNeed::optional;
    int photosAtLeast = 1;            ///< per finding or item, as `photo` says
    bool wideAndClose = false;        ///< one photo of the surroundings and one of the thing
    bool rectificationPhoto = false;  ///< ◎: an after-photo from the same spot is wanted
    bool galleryForbidden = false;    ///< only photos taken inside the app count

    bool operator==(const EvidenceRule&) const = default;
};

struct TierStep {
    std::string text;
    Points price;

    bool operator==(const TierStep&) const = default;
};

/// Measured values are integers in thousandths of their unit, so that no float reaches a score.
struct RatioRule {
    std::int64_t thresholdThousandths = 0;
    std::int64_t stepThousandths = 1000;  ///< > 0; a step begun counts as a whole one
    bool atLeast = true;  ///< true: below the threshold costs; false: above it costs
    std::string unit;

    bool operator==(const RatioRule&) const = default;
};

/// One line of an item: what is deducted (or earned), how, and what proves it.
struct Rule {
    std::string code;  ///< unique within its item, [a-z0-9]{1,8}
    std::string text;  ///< as printed on the sheet: "每处扣 0.5"
    RuleMethod method = RuleMethod::perFinding;
    Points price;                    ///< >= 0; a deduction for all methods but subPoint and bonus
    std::optional<Points> cap;       ///< most that this rule may take (or give)
    std::vector<std::string> kinds;  ///< perMissing: the kinds that must be there
    std::vector<TierStep> tiers;     ///< tier: from lightest to heaviest
    std::optional<RatioRule> ratio;  ///< ratio
    std::int64_t magnitudeOverThousandths = 0;  ///< overMagnitude
    int repeatPercent = 0;  ///< of `price`, for what was not put right since last time; 0: as any
    EvidenceRule evidence;
    bool rectify = false;  ///< an approved deduction becomes a rectification task
    Severity severity = Severity::ordinary;

    bool operator==(const Rule&) const = default;
};

/// What happens to an item's points when it does not apply.
enum class NotApplicable { forbidden, spreadSection, spreadSheet, fullMarks };

struct Item {
    std::string code;  ///< "LJ07"; unique within the sheet
    std::string title;
    Points max;  ///< also the item's cap of deductions; 0 for bonus and veto items
    NotApplicable notApplicable = NotApplicable::spreadSection;
    int sampleHouseholds = 0;  ///< > 0: planned number of sampled households (or asked people)
    std::vector<Rule> rules;
    std::string basis;  ///< where the item comes from: a sheet, a standard, an article

    bool operator==(const Item&) const = default;
};

struct Section {
    std::string code;
    std::string title;
    std::optional<Points> deductionCap;  ///< most that the section's items may lose together
    std::vector<Item> items;

    bool operator==(const Section&) const = default;
};

/// A kind of subject that a sheet is used on with fewer items: WS on a village on the town's
/// network.
struct Profile {
    std::string code;  ///< "terminal", "networked"
    std::string title;
    std::vector<std::string> excludedSections;  ///< their points are spread over the sheet

    bool operator==(const Profile&) const = default;
};

enum class SubjectKind { village, facility };
enum class ChecklistState { draft, published, retired };

/// One version of a scoring sheet. Published versions never change and are named by their hash.
struct Checklist {
    std::string kind;  ///< what campaigns weigh: "MV", "LJ", "WS", or any the office adds
    int version = 1;
    std::string title;
    bool sample = false;  ///< 示例: must be shown wherever the sheet is
    SubjectKind subject = SubjectKind::village;
    ChecklistState state = ChecklistState::draft;
    std::optional<Points> deductionCap;  ///< most the whole sheet may lose
    Points bonusCap;
    std::vector<Section> sections;
    std::vector<Profile> profiles;  ///< may be empty; the first is the default

    bool operator==(const Checklist&) const = default;
};

/// "LJ@1": how an inspection and a campaign name the version they use.
struct ChecklistRef {
    std::string kind;
    int version = 1;
    Sha256 sha256;  ///< of the canonical JSON of the published sheet

    auto operator<=>(const ChecklistRef&) const = default;
};

/// Sum of the item maxima, bonus and veto items aside.
Points maximumOf(const Checklist& checklist);
const Item* findItem(const Checklist& checklist, const std::string& itemCode);
const Rule* findRule(const Item& item, const std::string& ruleCode);

/// "垃圾分类" of "垃圾分类检查评分表（示例）": what a chip, a column and a sentence call a check.
std::string shortTitle(const std::string& title);

}  // namespace domain
