#include "sync/hub/resources/wire.h"

#include "core/crypto/hash.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hub {

Response jsonResponse(std::string body)
{
    Response response;
    response.headers[protocol::header::contentType] = protocol::media::json;
    response.body = std::move(body);
    return response;
}

Response linesResponse(std::span<const std::string> lines)
{
    Response response;
    response.headers[protocol::header::contentType] = protocol::media::lines;
    response.body = protocol::packLines(lines);
    response.headers[protocol::header::contentDigest] =
        protocol::contentDigest({crypto::sha256(response.body)});
    return response;
}

Outcome<void> checkDigest(const Request& request)
{
    const auto digest =
        protocol::contentDigestFrom(request.header(protocol::header::contentDigest));
    if (!digest || digest->value != crypto::sha256(request.body))
        return refuse(400, protocol::code::digest, "数据在传输中被改动或缺少校验值，请重试");
    return {};
}

Outcome<void> checkType(const Request& request, const char* type)
{
    if (request.header(protocol::header::contentType) != type)
        return refuse(415, protocol::code::malformed, "数据类型不对", "content-type");
    return {};
}

}  // namespace hub
