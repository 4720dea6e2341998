#pragma once

#include <string>
#include <vector>

#include "core/domain/ids.h"

namespace domain {

/// Whether a facility is inspected by the sheet `kind`. A code says so after its "-": "…-GC1"
/// belongs to the sheet GC alone where GC is among `kinds` (the campaign's sheets that are used on
/// facilities); a code that names none of them belongs to each.
bool isInspectedBy(const RegionCode& facility, const std::string& kind,
                   const std::vector<std::string>& kinds);

}  // namespace domain
