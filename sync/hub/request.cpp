#include "sync/hub/request.h"

#include <algorithm>

namespace hub {
namespace {

Response tooLarge()
{
    Response response;
    response.status = 413;
    return response;
}

Response stream(StreamedBody& streamed, const std::string& body, std::size_t chunkBytes)
{
    if (body.size() > streamed.limitBytes) {
        streamed.sink->cut();
        return tooLarge();
    }
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
    if (auto* streamed = std::get_if<StreamedBody>(&intake))
        return stream(*streamed, request.body, chunkBytes);
    if (request.body.size() > std::get<WholeBody>(intake).limitBytes) return tooLarge();
    return handler.handle(request);
}

}  // namespace hub
