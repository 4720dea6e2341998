#include "sync/hub/request.h"

#include <algorithm>

#include "sync/hub/refusal.h"

namespace hub {
namespace {

Response stamped(const Handler& handler, const Request& request, Response response)
{
    handler.stamp(request, response);
    return response;
}

Response stream(StreamedBody& streamed, const std::string& body, std::size_t chunkBytes)
{
    const auto bytes = std::as_bytes(std::span(body));
    for (std::size_t at = 0; at < bytes.size(); at += chunkBytes) {
        const auto piece = bytes.subspan(at, std::min(chunkBytes, bytes.size() - at));
        if (auto early = streamed.sink->chunk(piece)) return *early;
    }
    return streamed.sink->finish();
}

}  // namespace

const std::string& Request::header(const std::string& name) const
{
    static const std::string none;
    const auto found = headers.find(name);
    return found == headers.end() ? none : found->second;
}

Response answer(Handler& handler, const Request& request, std::size_t chunkBytes)
{
    Intake intake = handler.intake(request);
    if (auto* refused = std::get_if<Response>(&intake)) return *refused;
    if (auto* streamed = std::get_if<StreamedBody>(&intake)) {
        if (request.body.size() <= streamed->limitBytes)
            return stream(*streamed, request.body, chunkBytes);
        streamed->sink->cut();
        return stamped(handler, request, tooLongAnswer());
    }
    const std::size_t limitBytes = std::get<WholeBody>(intake).limitBytes;
    if (request.body.size() > limitBytes)
        return stamped(handler, request, tooLargeAnswer(limitBytes));
    return handler.handle(request);
}

}  // namespace hub
