#pragma once

#include <map>
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
    std::vector<std::string> sources;  ///< of a combined campaign: the packages of what it combines
    std::int64_t madeAtMs = 0;
    std::string reason;  ///< of a correction: why; empty for the first package
    std::string
        replaces;  ///< the whole text of the package that this one corrects; empty for the first
};

/// What a correction changed for one village; place 0 is not ranked.
struct PackageChange {
    domain::RegionCode village;
    int placeBefore = 0;
    int placeAfter = 0;
    base::Points pointsBefore;
    base::Points pointsAfter;

    bool operator==(const PackageChange&) const = default;
};

/// Takes out of an inspection what a score does not need and the public must not see: people,
/// places, positions, notes, signatures, and of photos everything but hash, item and finding.
domain::Inspection withoutPersons(const domain::Inspection& inspection);

/// The package's text. Inspections are stripped by withoutPersons, every reason somebody wrote is
/// masked (core/report/masking.h) and names of who signed for a village in it. Fails with
/// "package.*" when a sheet or source is missing, the input does not fit the campaign, the package
/// to be replaced is not valid ("package.replaces"), or there is nothing to correct
/// ("package.unchanged").
base::Result<std::string> writePackage(const PackageInput& input);

struct VerifiedPackage {
    std::string sha256;  ///< what is published beside the ranking; names the package
    std::string replaces;
    std::string reason;
    std::vector<PackageChange> changes;        ///< what a correction says it changed
    std::vector<std::string> changedParts;     ///< and in which parts
    std::map<std::string, std::string> parts;  ///< hash by name of every part
    ranking::RankingInput input;               ///< with the scores recomputed
    ranking::Ranking ranking;
    std::vector<PackedInspection> inspections;
    std::vector<domain::Checklist> checklists;
};

/// Checks every hash, computes every score and the ranking again and compares the bytes. All that
/// is wrong is named: the line and part, and for the ranking the first byte that differs.
tl::expected<VerifiedPackage, base::Errors> verifyPackage(const std::string& text);

/// The adjustments that a package was made with, one review for each revision that has any. Reads
/// those lines only and checks nothing else; verifyPackage does.
base::Result<std::vector<domain::Review>> adjustmentsIn(const std::string& text);

/// Whether a correction says truly what it changed: it names `before`, of the same campaign, and
/// its changes and changed parts are those between the two packages. Empty when it does.
base::Errors problemsOfCorrection(const VerifiedPackage& before, const VerifiedPackage& after);

/// The package's name: the hash of its first line. Empty for a text without lines.
std::string packageHash(const std::string& text);

}  // namespace report
