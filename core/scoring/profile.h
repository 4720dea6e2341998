#pragma once

#include <string>

#include "core/domain/checklist.h"

namespace scoring {

/// The kind of facility or village that an inspection is of, and so which sections count (WS: a
/// terminal is inspected otherwise than pipes to the town's network). The sheet's first where none
/// is named; null where the sheet has none.
const domain::Profile* profileOf(const domain::Checklist& checklist, const std::string& code);

/// A section that does not count for the profile, which may be null.
bool isExcluded(const domain::Profile* profile, const std::string& sectionCode);

}  // namespace scoring
