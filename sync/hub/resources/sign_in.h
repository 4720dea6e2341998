#pragma once

#include <vector>

#include "sync/hub/endpoint.h"

namespace hub {

/// POST /v1/sign-in: a user's name and password become a device with a token, as a code does in
/// POST /v1/enrol.
///
/// Only for users who were given a password (`xuncun-hub set-password`). Whether the user or the
/// password was wrong is not told, nor by the time it takes. Ten wrong tries from an address, or
/// five for one user, lock it for ten minutes (429). One password is tried at a time, as a try
/// takes 64 MB: others are asked to come again (503).
std::vector<Route> signInRoutes();

}  // namespace hub
