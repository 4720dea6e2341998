#pragma once

#include <optional>
#include <vector>

#include "core/scoring/score.h"

namespace scoring {

/// What one rule makes of the findings of its item, or nothing when it does nothing. `findings` are
/// those by this rule. Bonus rules give afterCap as what they add; veto rules have a line without
/// points.
std::optional<RuleLine> lineOf(const domain::Rule& rule, const domain::Item& item,
                               const std::vector<const domain::Finding*>& findings,
                               int householdsVisited);

/// The line of a sub-point that is not met.
RuleLine lineOfUnmet(const domain::Rule& rule);

}  // namespace scoring
