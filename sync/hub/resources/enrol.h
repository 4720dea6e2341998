#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// POST /v1/enrol: a one-time code becomes a device with a token.
///
/// A tablet that enrols again (same incarnation) keeps its device id, so that records still waiting
/// on it fit. When the answer is lost the same tablet may use the same code again for some minutes.
/// Ten wrong codes from one address lock it for ten minutes (429).
std::vector<Route> enrolRoutes();

}  // namespace hub
