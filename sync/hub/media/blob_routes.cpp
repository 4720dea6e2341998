#include "sync/hub/media/blob_routes.h"

#include <fmt/format.h>

#include "sync/hub/media/byte_range.h"
#include "sync/hub/media/tus_headers.h"
#include "sync/hub/store/blobs.h"
#include "sync/protocol/codec.h"

namespace hub::media {
namespace {

Answer have(MediaStore& store, const Call& call)
{
    const auto request = protocol::haveRequestFromBytes(call.request.body);
    if (!request) return refuse(400, request.error());
    protocol::HaveAnswer answer;
    answer.missing = store.missing(call.caller->device, request->hashes);
    for (const domain::Sha256& sha256 : request->hashes)
        if (!answer.missing.contains(sha256)) answer.whole.insert(sha256);
    Response response;
    response.headers["content-type"] = protocol::media::json;
    response.body = protocol::toBytes(answer);
    return response;
}

Answer blob(MediaStore& store, const Call& call)
{
    const domain::Sha256 sha256{call.path.at("sha256")};
    const auto unknown = [] {
        return refuse(404, protocol::code::notFound, "服务器没有这张照片，或您无权查看");
    };
    if (!isSha256(sha256.value) || !mayRead(*call.services.readers.take(), *call.caller, sha256))
        return unknown();
    const auto file = store.whole(sha256);
    if (!file) return unknown();
    Response response;
    response.headers = {{"content-type", protocol::media::jpeg},
                        {"accept-ranges", "bytes"},
                        {"etag", '"' + sha256.value + '"'},
                        {"cache-control", "private, max-age=31536000, immutable, no-transform"}};
    if (call.request.header("if-none-match") == response.headers["etag"]) {
        response.status = 304;
        return response;
    }
    response.file = file;
    const std::string& onlyIf = call.request.header("if-range");
    const auto range = parseRange(call.request.header("range"), file->length);
    if (!range || (!onlyIf.empty() && onlyIf != response.headers["etag"])) return response;
    if (range->length == 0) {
        auto refused = refuse(416, "blob.range", "请求的范围超出照片大小").value();
        Response answer = toResponse(refused);
        answer.headers["content-range"] = fmt::format("bytes */{}", file->length);
        return answer;
    }
    response.status = 206;
    response.headers["content-range"] =
        fmt::format("bytes {}-{}/{}", range->first, range->first + range->length - 1, file->length);
    response.file->offset = range->first;
    response.file->length = range->length;
    return response;
}

}  // namespace

std::vector<Route> blobRoutes(MediaStore& store)
{
    const auto get = [&store](Call& call) { return blob(store, call); };
    return {
        {.method = "POST",
         .pattern = protocol::path::have,
         .access = Access::revokedToo,
         .bodyBytes = protocol::limits::jsonBytes,
         .run = [&store](Call& call) { return have(store, call); }},
        {.method = "GET", .pattern = "/v1/blobs/{sha256}", .run = get},
        {.method = "HEAD", .pattern = "/v1/blobs/{sha256}", .run = get},
    };
}

}  // namespace hub::media
