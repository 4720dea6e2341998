#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"

namespace domain {

/// Where the putting right of one finding stands (整改闭环): 待下发, 已下发, 整改中, 已反馈, 退回,
/// 已复查, 已销号; `cancelled` when the deduction itself was taken back.
enum class RectificationState {
    waiting,
    issued,
    working,
    reported,
    returned,
    checked,
    closed,
    cancelled
};

/// What somebody did about it; each is one record.
enum class RectificationAction { issue, start, report, sendBack, accept, close, cancel };

/// The state after an action; nothing when the action makes no sense there.
std::optional<RectificationState> after(RectificationState state, RectificationAction action);

/// True while the village is to do something.
bool isWithVillage(RectificationState state);
/// Past its deadline with nothing reported.
bool isOverdue(RectificationState state, std::int64_t dueAtMs, std::int64_t nowMs);

/// What is to be put right, as the notice says it. The step that issues a task carries it whole, so
/// that the village's tablet needs neither the sheet nor the inspection.
struct RectificationNotice {
    std::string number;  ///< of the notice it went out with: "整改〔2026〕3号"
    CampaignId campaign;
    RegionCode village;
    RegionCode subject;
    int revision = 1;  ///< of the inspection, that was approved
    std::string kind;  ///< of the sheet
    std::string itemCode;
    std::string itemTitle;
    std::string ruleText;
    std::string place;
    std::string note;
    Severity severity = Severity::ordinary;
    std::string responsible;  ///< village or operator, in words
    std::int64_t foundAtMs = 0;
    std::int64_t dueAtMs = 0;
    bool repeat = false;  ///< found last time too and not put right
    std::optional<base::Fix> fix;
    std::vector<PhotoEntry> before;

    bool operator==(const RectificationNotice&) const = default;
};

/// One step of one task; the task is named by its finding.
struct RectificationStep {
    InspectionId inspection;
    FindingId finding;
    RectificationAction action = RectificationAction::issue;
    RecordId after;  ///< the step that this one follows; empty for issue
    UserId by;
    std::string comment;
    std::optional<RectificationNotice> notice;  ///< issue
    std::vector<PhotoEntry> photos;             ///< report: from the same spot, afterwards

    bool operator==(const RectificationStep&) const = default;
};

/// What an approved inspection asks to be put right: one for each finding whose rule says so,
/// unless the item has all its points again by an adjustment. `number`, `responsible` and `dueAtMs`
/// are empty. Pure.
struct RectificationNeed {
    FindingId finding;
    RectificationNotice notice;
};
std::vector<RectificationNeed> rectificationNeeds(const Checklist& sheet,
                                                  const Inspection& inspection,
                                                  const std::vector<Adjustment>& adjustments);

/// The deadline that a campaign gives to findings of this severity.
std::int64_t dueAtMs(const RectificationSettings& settings, Severity severity,
                     std::int64_t issuedAtMs);

}  // namespace domain
