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

std::optional<domain::PeriodKind> periodOfWord(const std::string& word);

}  // namespace hub
