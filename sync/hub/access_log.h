#pragma once

#include <string>

#include "sync/hub/http_server.h"

namespace hub {

/// One line for an exchange: who, what, status, bytes, milliseconds. An upload's address is cut
/// short, for whoever knows it whole may go on with that upload; control characters cannot begin a
/// line of their own.
std::string accessLine(const Exchange& exchange);

}  // namespace hub
