#pragma once

#include "core/base/error.h"
#include "core/domain/checklist.h"

namespace scoring {

/// Everything that keeps a sheet from being published, all at once; empty when it may be. `where`
/// is the section, item or rule by its codes ("LJ07", "LJ07/a"); the message says in Chinese what
/// to change.
base::Errors problemsOf(const domain::Checklist& checklist);

}  // namespace scoring
