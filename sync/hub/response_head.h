#pragma once

#include <cstdint>
#include <string>

#include "sync/hub/request.h"

namespace hub {

/// How many bytes of body an answer announces: those of `file` or `body`.
std::uint64_t announcedBytes(const Response& response);

/// Whether the bytes are sent too: not for HEAD, 204 and 304.
bool sendsBody(const Response& response, const std::string& method);

/// Status line and headers as they go on the wire, with Date, Content-Length and Connection. A
/// header with a control character in it is left out: it cannot split the answer in two.
std::string responseHead(const Response& response, bool keepAlive, std::int64_t wallMs);

/// "Mon, 23 Nov 2026 16:00:00 GMT"
std::string httpDate(std::int64_t wallMs);

}  // namespace hub
