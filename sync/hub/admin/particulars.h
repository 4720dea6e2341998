#pragma once

#include "core/documents/problems.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What the log knows of one revision and a package leaves out: inspector, facility, places, notes,
/// and the names of villagers who signed. Nothing for a revision that is not here.
std::optional<documents::Particulars> particularsOf(Connection& connection,
                                                    const domain::InspectionId& id, int revision);

}  // namespace hub
