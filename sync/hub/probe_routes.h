#pragma once

#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/metrics.h"

namespace hub {

/// GET /healthz: 200 when the database can be read, for whoever keeps the hub running. GET
/// /metrics: for a Prometheus on the same machine; from elsewhere it does not exist. `metrics`
/// outlives the hub.
std::vector<Route> probeRoutes(const Metrics& metrics);

}  // namespace hub
