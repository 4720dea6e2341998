#pragma once

#include "core/documents/problems.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What the log knows of one revision and a package leaves out: inspector, facility, places, notes,
/// the names of villagers who signed, and how far putting right is at `nowMs`. Nothing for a
/// revision that is not here.
std::optional<documents::Particulars> particularsOf(Connection& connection,
                                                    const domain::InspectionId& id, int revision,
                                                    std::int64_t nowMs);

}  // namespace hub
