#pragma once

#include <map>
#include <string>
#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// GET /v1/reference/PART with If-None-Match: the lines of a part as this caller may see it.
///
/// Regions, checklists and campaigns are the same for all. An inspector gets their own assignments;
/// a supervisor those that touch their towns; people are filtered the same way. Rankings go to
/// supervisors and the chief.
std::vector<Route> referenceRoutes();

/// Part -> its ETag for this caller, for the parts they may read.
std::map<std::string, std::string> referenceTags(Connection& connection, const Caller& caller);

}  // namespace hub
