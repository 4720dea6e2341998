#pragma once

#include <optional>
#include <string>

#include "core/actions/context.h"
#include "core/base/position.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"

namespace actions {

struct StartRequest {
    domain::CampaignId campaign;
    domain::RegionCode village;
    domain::RegionCode
        subject;          ///< the village itself, or a facility of it; empty means the village
    std::string kind;     ///< of the sheet, "LJ"
    std::string profile;  ///< empty: the sheet's first
    int zoneOffsetMinutes = 480;
    std::optional<base::Fix> fix;
    std::string noFixReason;
    /// 回头看: an approved inspection of the same subject by the same kind of sheet. An empty
    /// profile is then that inspection's.
    domain::InspectionId parent;
};

/// Starts a check, or gives back the open draft of the same subject, sheet and parent.
///
/// The draft gets an unanswered answer for each item of the profile. Refused:
/// "device.not_enrolled", "campaign.unknown", "campaign.closed", "checklist.not_in_campaign",
/// "checklist.missing" (not on this tablet yet), "village.not_assigned", "subject.elsewhere" (not
/// of this village), "profile.unknown"; "draft.other_open" (a 回头看 and a check at once); for a
/// 回头看 "inspection.unknown", "inspection.parent_other" (of another place or sheet),
/// "inspection.parent_not_approved".
base::Result<domain::InspectionId> startInspection(Context& context, const StartRequest& request);

/// Opens the next revision of an own inspection that was sent back, or that the hub refused, filled
/// with what was submitted; gives back the open draft when there is one. Refused:
/// "inspection.unknown", "inspection.not_own", "inspection.not_sent_back", "draft.other_open".
base::Result<domain::InspectionId> startRevision(Context& context,
                                                 const domain::InspectionId& inspection);

/// Sets where the check was done, or why that is not known.
base::Result<void> setStartFix(Context& context, const domain::InspectionId& draft,
                               const std::optional<base::Fix>& fix, const std::string& noFixReason);

/// Throws a draft away for good; what was submitted before stays. Entries of its photos go with the
/// next submission as photos that were taken out, so that the chain has no gap.
base::Result<void> discardDraft(Context& context, const domain::InspectionId& draft);

}  // namespace actions
