#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/report/package.h"
#include "core/report/package_codec.h"

// What writing and verifying a package share.
namespace report {

inline constexpr const char* packageFormat = "xuncun-ranking-package";
inline constexpr int packageVersion = 1;

/// The package of a campaign that a combined one is made of: its first and its last line.
struct Source {
    std::string head;
    std::string rankingLine;
    ranking::Ranking ranking;
};

struct Parts {
    ranking::RankingInput input;  ///< without scores
    std::vector<Source> sources;  ///< in the order of the campaign's `combines`
    std::vector<domain::Checklist> checklists;
    std::vector<PackedInspection> inspections;
};

/// The two lines of a package that a combined one takes; "package.source" when it is none.
base::Result<Source> sourceOf(const std::string& package);

/// What keeps the sources from being what the campaign combines; empty when all is well.
base::Errors problemsOfSources(const Parts& parts);

/// Where parts say other than the campaign as it was published: sheets that are not its own, checks
/// or classes that differ, an inspection of another campaign or version or twice. Empty when all
/// is well.
base::Errors problemsOfParts(const Parts& parts);

std::map<std::string, std::string> hashesOf(const std::vector<PackagePart>& parts);

/// The input with the score of each inspection by its sheet. Fails when a sheet is not there.
base::Result<ranking::RankingInput> scoredInput(const Parts& parts);

/// Name and text of every line after the first, in order.
std::vector<std::pair<std::string, std::string>> linesOf(const Parts& parts,
                                                         const ranking::Ranking& ranking);

}  // namespace report
