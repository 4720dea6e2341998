#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// POST /v1/push: records of one installation, in order of deviceSeq.
///
/// Each is answered by itself: applied, duplicate, conflict or quarantined; all of the batch are
/// durable when the answer is given. The whole batch is refused, and nothing of it kept, for a
/// damaged body, a foreign device, a gap in deviceSeq (409 push.gap with the number expected) or a
/// number that another record has used (409 push.cloned).
std::vector<Route> pushRoutes();

}  // namespace hub
