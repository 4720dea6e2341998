#include "sync/hub/media/tus.h"

#include <fmt/format.h>

#include "core/domain/limits.h"
#include "sync/hub/media/append_sink.h"
#include "sync/hub/media/tus_headers.h"
#include "sync/hub/response_head.h"

namespace hub::media {
namespace {

constexpr const char* tusVersion = "1.0.0";
constexpr const char* extensions = "creation,creation-with-upload,checksum,expiration,termination";
constexpr auto maxBytes = static_cast<std::int64_t>(domain::limits::photoBytes);
constexpr auto maxOriginalBytes = static_cast<std::int64_t>(domain::limits::originalBytes);
constexpr std::string_view uploadPattern = "/v1/uploads/{id}";

tl::unexpected<protocol::Problem> malformed(const char* header)
{
    return refuse(400, protocol::code::malformed, "请求头缺少或无效", header);
}

tl::unexpected<protocol::Problem> unknownUpload()
{
    return refuse(404, protocol::code::notFound, "没有这次上传，或已过期，请重新开始");
}

std::optional<protocol::Problem> versionProblem(const Request& request)
{
    if (request.header("tus-resumable") == tusVersion) return std::nullopt;
    return refuse(412, "upload.version", "需要 tus 1.0.0").value();
}

void describe(Response& response, const UploadState& state)
{
    response.headers["upload-offset"] = std::to_string(state.offset);
    if (state.complete())
        response.headers[protocol::header::received] = state.sha256.value;
    else
        response.headers["upload-expires"] = httpDate(state.expiresMs);
}

Response appended(const UploadState& state)
{
    Response response;
    response.status = 204;
    describe(response, state);
    return response;
}

Response created(const UploadState& state)
{
    Response response;
    response.status = 201;
    describe(response, state);
    response.headers["location"] = std::string(protocol::path::uploads) + "/" + state.id;
    return response;
}

class Tus {
public:
    explicit Tus(MediaStore& store) : m_store(store) {}

    Answer options() const
    {
        Response response;
        response.status = 204;
        response.headers = {{"tus-version", tusVersion},
                            {"tus-extension", extensions},
                            {"tus-max-size", std::to_string(maxOriginalBytes)},
                            {"tus-checksum-algorithm", crypto::TransferChecksum::algorithms}};
        return response;
    }

    Outcome<StreamedBody> create(const Call& call) const
    {
        const Request& request = call.request;
        if (auto problem = versionProblem(request)) return tl::unexpected(std::move(*problem));
        const auto length = parseBytes(request.header("upload-length"));
        const auto metadata = parseMetadata(request.header("upload-metadata"));
        if (!length || *length == 0 || !request.header("upload-defer-length").empty())
            return malformed("upload-length");
        const bool original =
            metadata && metadata->contains("kind") && metadata->at("kind") == "original";
        const std::int64_t most = original ? maxOriginalBytes : maxBytes;
        if (*length > most)
            return refuse(413, protocol::code::tooLarge,
                          fmt::format("照片过大，上限 {} 字节", most));
        if (!metadata || !metadata->contains("sha256") || !isSha256(metadata->at("sha256")))
            return malformed("upload-metadata");
        auto state = m_store.create(call.caller->device, {metadata->at("sha256")}, *length,
                                    request.header("upload-metadata"));
        if (!state) return tl::unexpected(std::move(state.error()));
        const bool withBody = request.header("content-type") == protocol::media::offset;
        if (!withBody || state->offset > 0)
            return StreamedBody{std::make_unique<AnsweredSink>(created(*state)), maxBytes};
        return append(request, state->id, 0, created);
    }

    Answer head(const Call& call) const
    {
        if (auto problem = versionProblem(call.request)) return tl::unexpected(std::move(*problem));
        const auto state = m_store.look(call.path.at("id"));
        if (!state) return unknownUpload();
        Response response;
        describe(response, *state);
        response.headers["upload-length"] = std::to_string(state->length);
        response.headers["upload-metadata"] = state->metadata;
        response.headers["cache-control"] = "no-store";
        return response;
    }

    Outcome<StreamedBody> patch(const Call& call) const
    {
        const Request& request = call.request;
        if (auto problem = versionProblem(request)) return tl::unexpected(std::move(*problem));
        if (request.header("content-type") != protocol::media::offset)
            return refuse(415, "upload.type", "内容类型应为 application/offset+octet-stream");
        const auto offset = parseBytes(request.header("upload-offset"));
        if (!offset) return malformed("upload-offset");
        return append(request, call.path.at("id"), *offset, appended);
    }

    Answer remove(const Call& call) const
    {
        if (auto problem = versionProblem(call.request)) return tl::unexpected(std::move(*problem));
        const auto upload = m_store.find(call.path.at("id"));
        if (!upload) return unknownUpload();
        upload->remove();
        Response response;
        response.status = 204;
        return response;
    }

    /// POST on an upload stands for another method, for clients and proxies that know no other.
    Outcome<StreamedBody> override(const Call& call) const
    {
        const std::string& method = call.request.header("x-http-method-override");
        if (method == "PATCH") return patch(call);
        if (method != "HEAD" && method != "DELETE")
            return refuse(405, "request.method", "服务器不接受这种请求方式");
        Answer answer = method == "HEAD" ? head(call) : remove(call);
        if (!answer) return tl::unexpected(std::move(answer.error()));
        return StreamedBody{std::make_unique<AnsweredSink>(std::move(*answer)), 0};
    }

private:
    Outcome<StreamedBody> append(const Request& request, const std::string& id, std::int64_t offset,
                                 AppendSink::Success success) const
    {
        const std::string& announced = request.header("upload-checksum");
        auto checksum = crypto::TransferChecksum::announced(announced);
        if (!checksum && !announced.empty())
            return refuse(400, protocol::code::malformed, "不支持的校验算法", "upload-checksum");
        const auto upload = m_store.find(id);
        if (!upload) return unknownUpload();
        const std::int64_t left = upload->state().length - offset;
        const auto lease = upload->begin(offset, std::move(checksum), m_store.newExpiryMs());
        if (!lease)
            return refuse(409, protocol::code::uploadOffset, "续传位置不符，请重新查询位置",
                          "upload-offset");
        return StreamedBody{
            std::make_unique<AppendSink>(upload, *lease, m_store.counters(), std::move(success)),
            static_cast<std::uint64_t>(left)};
    }

    MediaStore& m_store;
};

Route route(const char* method, std::string_view pattern, Access access)
{
    Route route;
    route.method = method;
    route.pattern = pattern;
    route.access = access;
    route.protocolWanted = false;
    route.headers = {{"tus-resumable", tusVersion}, {"tus-version", tusVersion}};
    return route;
}

}  // namespace

std::vector<Route> uploadRoutes(MediaStore& store)
{
    const Tus tus(store);
    Route options = route("OPTIONS", protocol::path::uploads, Access::anybody);
    options.run = [tus](Call&) { return tus.options(); };
    options.headers.clear();
    Route create = route("POST", protocol::path::uploads, Access::revokedToo);
    create.stream = [tus](Call& call) { return tus.create(call); };
    Route head = route("HEAD", uploadPattern, Access::anybody);
    head.run = [tus](Call& call) { return tus.head(call); };
    Route patch = route("PATCH", uploadPattern, Access::anybody);
    patch.stream = [tus](Call& call) { return tus.patch(call); };
    Route remove = route("DELETE", uploadPattern, Access::anybody);
    remove.run = [tus](Call& call) { return tus.remove(call); };
    Route other = route("POST", uploadPattern, Access::anybody);
    other.stream = [tus](Call& call) { return tus.override(call); };
    return {options, create, head, patch, remove, other};
}

}  // namespace hub::media
