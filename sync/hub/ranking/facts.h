#pragma once

#include <optional>
#include <string>

#include "core/ranking/explain.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"

namespace hub {

/// What is known of an approved inspection's newest revision, adjustments included.
/// Throws std::runtime_error when the log does not hold what the projections say.
ranking::InspectionFacts approvedFacts(Connection& connection, const InspectionRow& row,
                                       const domain::Checklist& checklist);

/// The same with the names of inspector and reviewer, for any revision that was approved: a
/// published ranking is explained by what it was made of, whatever was decided since. Nothing for a
/// revision that the hub does not have.
std::optional<ranking::InspectionFacts> factsForExplaining(Connection& connection,
                                                           const domain::InspectionId& id,
                                                           int revision);

}  // namespace hub
