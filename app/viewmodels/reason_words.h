#pragma once

#include <span>

#include "core/ranking/explain.h"

namespace viewmodels {

/// What explains an inspection's points, in the language of the pages.
class ReasonWords {
public:
    static ranking::InspectionWords ofInspection();
    /// The phrases that have a translation.
    static std::span<const char* const> phrases();
};

}  // namespace viewmodels
