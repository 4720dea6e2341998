#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// GET /v1/feed?epoch&scope&after&limit: the log as this caller may see it, page by page, with the
/// ETags of the reference parts. 409 feed.epoch or feed.scope when the cursor is of another life of
/// the hub or another scope.
std::vector<Route> feedRoutes();

}  // namespace hub
