#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Somebody of the demo county with the code that enrols a tablet for them.
struct DemoPerson {
    std::string id;
    std::string name;
    std::string role;
    std::string code;
};

/// Fills an empty, initialised hub: the 18 towns of Dongyang with 40 villages of made-up names, the
/// three sample sheets, a campaign of the current month with weights 50/30/20, two inspectors (half
/// of the towns each), a supervisor of all towns, a chief.
/// Fails with "demo.not_empty" when the hub has regions or people already.
base::Result<std::vector<DemoPerson>> fillDemo(Connection& connection, std::int64_t nowMs,
                                               const base::RandomBytes& random);

}  // namespace hub
