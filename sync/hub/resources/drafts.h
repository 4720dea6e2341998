#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// Snapshots of work not submitted, private to their inspector: PUT, GET and DELETE
/// /v1/drafts/ID, GET /v1/drafts for all of one's own (a new tablet after a lost one).
std::vector<Route> draftRoutes();

}  // namespace hub
