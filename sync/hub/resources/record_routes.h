#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// Everything but photos: enrol, push, feed, reference, drafts.
std::vector<Route> recordRoutes();

}  // namespace hub
