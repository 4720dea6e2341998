#pragma once

#include <cstdint>
#include <string_view>

#include "sync/hub/request.h"

namespace hub {

/// An answer by the server itself, before or instead of the hub's, as a problem body. `code` and
/// `message` are fixed texts of ours, without quotes.
Response refusal(int status, std::string_view code, std::string_view message);

/// 503, to be asked again after so long.
Response busyAnswer(int retryAfterS);

/// 413.
Response tooLargeAnswer(std::uint64_t limitBytes);
/// 413 to a streamed body that is longer, or says so, than what was announced for it: our client
/// sends none such, so its length was changed on the way.
Response tooLongAnswer();

/// Adds the headers that every answer has, unless it has them: no sniffing, no framing, no scripts,
/// no referrer, not stored; over TLS, only TLS for a year.
void harden(Response& response, bool tls);

}  // namespace hub
