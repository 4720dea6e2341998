#pragma once

#include <vector>

#include "core/base/error.h"
#include "core/domain/checklist.h"

namespace scoring {

/// Of what part of a sheet a problem is: places in its lists, from 0; all -1 for the sheet as such.
struct ProblemPlace {
    int section = -1;
    int item = -1;  ///< in the section
    int rule = -1;  ///< in the item
    int profile = -1;
};

struct PlacedProblem {
    base::Error error;
    ProblemPlace place;
};

/// Everything that keeps a sheet from being published, all at once; empty when it may be. `where`
/// is the section, item or rule by its codes ("LJ07", "LJ07/a"); the message says in Chinese what
/// to change. A sheet without problems is the identical one after export and import.
base::Errors problemsOf(const domain::Checklist& checklist);

/// The same, for those who know the parts of a sheet by where they are.
std::vector<PlacedProblem> placedProblemsOf(const domain::Checklist& checklist);

}  // namespace scoring
