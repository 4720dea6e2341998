#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/domain/campaign.h"

namespace hub {

/// The campaign with the rules of a JSON text over its own: only what differs has to be written, an
/// unknown key or a wrong type is refused ("json.*", `where` names it).
base::Result<domain::Campaign> withRules(const domain::Campaign& campaign,
                                         const std::string& rulesJson);

/// What no ranking can be made by: counts below zero, points out of range, a tie step by a check
/// that the campaign has not, a decision by hand without a reason or about others
/// ("campaign.rules").
base::Result<void> checkRules(const domain::Campaign& campaign);

std::optional<domain::PeriodKind> periodOfWord(const std::string& word);

}  // namespace hub
