#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// Everything but photos: enrol, push, feed, reference, drafts, publications.
std::vector<Route> recordRoutes();

}  // namespace hub
