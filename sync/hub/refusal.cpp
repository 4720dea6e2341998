#include "sync/hub/refusal.h"

#include <fmt/format.h>

#include "sync/protocol/messages.h"

namespace hub {

Response refusal(int status, std::string_view code, std::string_view message)
{
    Response response;
    response.status = status;
    response.headers["content-type"] = protocol::media::json;
    response.body = fmt::format(R"({{"code":"{}","message":"{}"}})", code, message);
    return response;
}

Response busyAnswer(int retryAfterS)
{
    Response response = refusal(503, protocol::code::busy, "服务器正忙，稍后会自动重试");
    response.headers[protocol::header::retryAfter] = std::to_string(retryAfterS);
    return response;
}

Response tooLargeAnswer(std::uint64_t limitBytes)
{
    return refusal(413, protocol::code::tooLarge,
                   fmt::format("内容过大，上限 {} 字节", limitBytes));
}

Response tooLongAnswer()
{
    return refusal(413, "http.length", "内容比声明的长");
}

void harden(Response& response, bool tls)
{
    response.headers.emplace("x-content-type-options", "nosniff");
    response.headers.emplace("content-security-policy",
                             "default-src 'none'; frame-ancestors 'none'");
    response.headers.emplace("referrer-policy", "no-referrer");
    response.headers.emplace("cache-control", "no-store");
    if (tls) response.headers.emplace("strict-transport-security", "max-age=31536000");
}

}  // namespace hub
