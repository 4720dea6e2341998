#pragma once

#include <optional>
#include <vector>

#include "core/domain/inspection.h"

// What an inspection has to have beside its answers and their photos. Pure.
namespace evidence {

/// Somebody on foot may be elsewhere by then: a fix this old is as poor as one over the limit.
inline constexpr std::int64_t fixStaleAfterMs = 30'000;

/// No fix, or one that is over the limit or stale.
bool isPoor(const std::optional<base::Fix>& fix, double accuracyLimitM);

/// True when the place of the check, of a finding or of a photo from the app's camera is not well
/// known: then the inspector says why. (A picture from the gallery never has a place, and is marked
/// for that.)
bool wantsPositionReason(const domain::Inspection& inspection, double accuracyLimitM);

enum class Lack { inspectorUnsigned, villageUnsigned, positionReason };

/// What keeps it from being handed in. A village that refused or was not there has signed in this
/// sense: the reason is said.
std::vector<Lack> lacksOf(const domain::Inspection& inspection, double accuracyLimitM);

}  // namespace evidence
