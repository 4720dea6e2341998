#pragma once

#include "core/base/error.h"
#include "core/domain/checklist.h"

namespace hub {

/// What makes a well-formed sheet unusable, all at once: no or doubled codes, prices below zero, a
/// method without what it needs, too many items. Empty when it may be published.
base::Errors problemsOf(const domain::Checklist& checklist);

}  // namespace hub
