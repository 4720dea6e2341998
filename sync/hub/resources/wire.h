#pragma once

#include <span>
#include <string>

#include "sync/hub/endpoint.h"

namespace hub {

/// 200 with one JSON value.
Response jsonResponse(std::string body);
/// 200 with lines, compressed, and their digest.
Response linesResponse(std::span<const std::string> lines);
/// Refuses a body that is not what its Content-Digest says (request.digest).
Outcome<void> checkDigest(const Request& request);
/// Refuses another Content-Type.
Outcome<void> checkType(const Request& request, const char* type);

}  // namespace hub
