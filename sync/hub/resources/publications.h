#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// Publishing the ranking of a campaign and what was published, for the chief alone; the same as
/// `xuncun-hub freeze` and `publications`.
std::vector<Route> publicationRoutes();

}  // namespace hub
