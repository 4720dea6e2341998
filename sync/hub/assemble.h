#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/metrics.h"

namespace hub {

/// A hub with everything it answers; see Hub::open. With `metrics`, which then outlive it, also
/// /healthz, /metrics and the hub's own figures in them.
base::Result<std::unique_ptr<Hub>> assemble(const std::filesystem::path& data,
                                            const base::Clock& clock, base::RandomBytes random,
                                            Metrics* metrics = nullptr);

}  // namespace hub
