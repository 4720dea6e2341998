#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/ranking/explain.h"
#include "core/ranking/ranking.h"

// The frozen ranking: everything it was made of, the result, and hashes, in one text file that
// anyone can check without a database. docs/ranking-package.md is the format, complete enough to
// write another verifier.
namespace report {

/// An approved revision as it goes into a package.
struct PackedInspection {
    domain::Inspection inspection;
    std::vector<domain::Adjustment> adjustments;
};

struct PackageInput {
    ranking::RankingInput
        input;  ///< its scores are not used: they are computed from the inspections
    std::vector<domain::Checklist> checklists;
    std::vector<PackedInspection> inspections;
    std::int64_t madeAtMs = 0;
    std::string reason;  ///< of a correction: why; empty for the first package
    std::string
        replaces;  ///< the whole text of the package that this one corrects; empty for the first
};

/// Takes out of an inspection what a score does not need and the public must not see: people,
/// places, positions, notes, signatures, and of photos everything but hash, item and finding.
domain::Inspection withoutPersons(const domain::Inspection& inspection);

/// The package's text. Inspections are stripped by withoutPersons. Fails with "package.*" when a
/// sheet is missing or the package to be replaced is not valid.
base::Result<std::string> writePackage(const PackageInput& input);

struct VerifiedPackage {
    std::string sha256;  ///< what is published beside the ranking; names the package
    std::string replaces;
    ranking::RankingInput input;  ///< with the scores recomputed
    ranking::Ranking ranking;
    std::vector<PackedInspection> inspections;
    std::vector<domain::Checklist> checklists;
};

/// Checks every hash, computes every score and the ranking again and compares the bytes. All that
/// is wrong is named: the line and part, and for the ranking the first byte that differs.
tl::expected<VerifiedPackage, base::Errors> verifyPackage(const std::string& text);

/// The package's name: the hash of its first line. Empty for a text without lines.
std::string packageHash(const std::string& text);

}  // namespace report
