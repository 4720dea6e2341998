#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/report/package.h"

// What writing and verifying a package share.
namespace report {

inline constexpr const char* packageFormat = "xuncun-ranking-package";
inline constexpr int packageVersion = 1;

struct Parts {
    ranking::RankingInput input;  ///< without scores
    std::vector<domain::Checklist> checklists;
    std::vector<PackedInspection> inspections;
};

/// The input with the score of each inspection by its sheet. Fails when a sheet is not there.
base::Result<ranking::RankingInput> scoredInput(const Parts& parts);

/// Name and text of every line after the first, in order.
std::vector<std::pair<std::string, std::string>> linesOf(const Parts& parts,
                                                         const ranking::Ranking& ranking);

}  // namespace report
