#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"

// What an explanation says of inspections, from wherever they are kept.
namespace ranking {

/// What is known of one approved revision.
struct InspectionFacts {
    domain::Checklist checklist;
    domain::Inspection inspection;
    std::vector<domain::Adjustment> adjustments;
    std::string inspector;  ///< name; may be empty
    std::string reviewer;
};

/// A decision on a revision and the name of who made it.
struct Decided {
    domain::Review review;
    std::string reviewer;
};

/// The points that decisions on one revision, oldest first, set: of two on one item the later
/// holds.
std::vector<domain::Adjustment> adjustmentsOf(const std::vector<Decided>& decisions);

/// The reviewer is who approved the revision, not who answered an appeal against it.
InspectionFacts factsFrom(domain::Checklist checklist, domain::Inspection inspection,
                          std::string inspector, const std::vector<Decided>& decisions);

/// Gives what is known of a revision, or nothing (not on this tablet).
using FactsOf =
    std::function<std::optional<InspectionFacts>(const domain::InspectionId&, int revision)>;

}  // namespace ranking
