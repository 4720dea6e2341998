#include "sync/hub/hub.h"

#include <algorithm>
#include <string_view>

#include "core/crypto/hash.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/meta.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
/// A longer body is read from those only who have a token.
constexpr std::uint64_t freeBodyBytes = std::uint64_t{16} * 1024;

/// The next part of a path up to '/', and cuts it off.
std::string_view cutPart(std::string_view& rest)
{
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    return part;
}

bool fits(std::string_view pattern, std::string_view path,
          std::map<std::string, std::string>& values)
{
    if (std::count(pattern.begin(), pattern.end(), '/') !=
        std::count(path.begin(), path.end(), '/'))
        return false;
    while (!pattern.empty() || !path.empty()) {
        const std::string_view wanted = cutPart(pattern);
        const std::string_view given = cutPart(path);
        if (wanted.size() > 2 && wanted.front() == '{') {
            if (given.empty()) return false;
            values[std::string(wanted.substr(1, wanted.size() - 2))] = given;
        } else if (wanted != given) {
            return false;
        }
    }
    return true;
}

std::optional<protocol::Problem> protocolProblem(const Request& request)
{
    const std::string& text = request.header(protocol::header::protocol);
    const auto version = protocol::wholeFrom(text);
    if (version && *version >= protocol::oldestVersion && *version <= protocol::version)
        return std::nullopt;
    if (version && *version > protocol::version)
        return refuse(426, protocol::code::version, "平板程序比服务器新，请先升级服务器").value();
    return refuse(426, protocol::code::version, "平板程序版本太旧或不是巡村客户端，请升级后再同步")
        .value();
}
}  // namespace

std::filesystem::path databaseFile(const std::filesystem::path& data)
{
    return data / "hub.db";
}

base::Result<std::unique_ptr<Hub>> Hub::open(const std::filesystem::path& data,
                                             const base::Clock& clock, base::RandomBytes random)
{
    const std::filesystem::path file = databaseFile(data);
    if (!std::filesystem::exists(file))
        return base::fail("hub.not_initialised", "这里还没有县级库，请先运行 xuncun-hub init",
                          data.string());
    {
        Connection connection(file, sqlite::Mode::readWrite);
        const auto migrated = migrateHub(connection);
        if (!migrated) return tl::unexpected(migrated.error());
        if (!isInitialised(connection))
            return base::fail("hub.not_initialised", "这里还没有县级库，请先运行 xuncun-hub init",
                              data.string());
        // The mark first: a hub that serves meanwhile only moves the log on.
        const auto mark = HighWater(data / "highwater").read();
        const Meta meta = readMeta(connection);
        if (mark && mark->epoch == meta.epoch && mark->seq > meta.lastSeq)
            return base::fail(
                "hub.behind",
                "数据库比记录的位置旧，像是放回了备份；请用 xuncun-hub restore 声明恢复后再启动",
                data.string());
    }
    return std::unique_ptr<Hub>(new Hub(data, clock, std::move(random)));
}

Hub::Hub(const std::filesystem::path& data, const base::Clock& clock, base::RandomBytes random)
    : m_ids(clock, random),
      m_highWater(data / "highwater"),
      m_readers(databaseFile(data)),
      m_committer(databaseFile(data), [this](Connection& written) { m_highWater.update(written); }),
      m_services{clock, std::move(random), m_ids, data, m_readers, m_committer}
{
    m_highWater.update(*m_readers.take());
}

void Hub::add(std::vector<Route> routes, std::shared_ptr<void> kept)
{
    m_kept.push_back(std::move(kept));
    m_routes.insert(m_routes.end(), std::make_move_iterator(routes.begin()),
                    std::make_move_iterator(routes.end()));
}

Hub::Match Hub::match(const Request& request) const
{
    Match match;
    for (const Route& route : m_routes) {
        std::map<std::string, std::string> values;
        if (!fits(route.pattern, request.path, values)) continue;
        if (route.method == request.method) return {&route, std::move(values), false};
        match.otherMethod = true;
    }
    return match;
}

Outcome<Call> Hub::admit(const Request& request, const Match& match)
{
    if (match.route != nullptr && match.route->protocolWanted)
        if (auto problem = protocolProblem(request)) return tl::unexpected(std::move(*problem));
    const std::string& digest = request.header(protocol::header::headDigest);
    if (!digest.empty() &&
        digest != protocol::headDigest(request.method + " " + request.target, request.headers))
        return refuse(400, protocol::code::digest, "数据在传输中被改动，请重试", "head");
    if (match.route == nullptr)
        return match.otherMethod
                   ? refuse(405, "request.method", "服务器不接受这种请求方式", request.path)
                   : refuse(404, protocol::code::notFound, "服务器没有这个地址", request.path);
    Call call{m_services, request, std::nullopt, match.path};
    if (match.route->access == Access::anybody) return call;

    constexpr std::string_view bearer = "Bearer ";
    const std::string& authorization = request.header(protocol::header::authorization);
    if (authorization.starts_with(bearer))
        call.caller =
            callerOf(*m_readers.take(), crypto::tokenHash(authorization.substr(bearer.size())));
    if (!call.caller)
        return refuse(401, protocol::code::token, "这台平板没有登记或登记已失效，请重新登记");
    if (call.caller->revoked && match.route->access != Access::revokedToo)
        return refuse(403, protocol::code::revoked,
                      "这台平板已停用，不能再读取数据；未上传的工作仍会送达，请联系管理员");
    return call;
}

Answer Hub::answerOf(const Request& request, const Match& match)
{
    Outcome<Call> call = admit(request, match);
    if (!call) return tl::unexpected(std::move(call.error()));
    if (!match.route->run) return refuse(500, "hub.internal", "服务器内部错误，请告知管理员");
    const std::string& digest = request.header(protocol::header::contentDigest);
    if (!digest.empty()) {
        const auto said = protocol::contentDigestFrom(digest);
        if (!said || said->value != crypto::sha256(request.body))
            return refuse(400, protocol::code::digest, "数据在传输中被改动，请重试");
    }
    return match.route->run(*call);
}

/// Gives the answers of an endpoint's sink our headers, and its exceptions our problems.
class Hub::StampedSink final : public BodySink {
public:
    StampedSink(const Hub& hub, std::string nonce, const Route& route,
                std::unique_ptr<BodySink> inner)
        : m_hub(hub), m_nonce(std::move(nonce)), m_route(route), m_inner(std::move(inner))
    {
    }
    std::optional<Response> chunk(std::span<const std::byte> piece) override
    {
        std::optional<Response> early;
        try {
            early = m_inner->chunk(piece);
        } catch (...) {
            early = toResponse(problemOfException());
        }
        if (early) m_hub.stamp(m_nonce, &m_route, *early);
        return early;
    }
    Response finish() override
    {
        Response response;
        try {
            response = m_inner->finish();
        } catch (...) {
            response = toResponse(problemOfException());
        }
        m_hub.stamp(m_nonce, &m_route, response);
        return response;
    }
    void cut() override { m_inner->cut(); }

private:
    const Hub& m_hub;
    std::string m_nonce;
    const Route& m_route;
    std::unique_ptr<BodySink> m_inner;
};

Outcome<StreamedBody> Hub::streamOf(const Request& request, const Match& match)
{
    Outcome<Call> call = admit(request, match);
    if (!call) return tl::unexpected(std::move(call.error()));
    Outcome<StreamedBody> streamed = match.route->stream(*call);
    if (streamed)
        streamed->sink =
            std::make_unique<StampedSink>(*this, request.header(protocol::header::nonce),
                                          *match.route, std::move(streamed->sink));
    return streamed;
}

std::optional<WholeBody> Hub::whole(const Request& request)
{
    const Match found = match(request);
    if (found.route == nullptr) {  // a body may have been meant for another address
        if (request.contentLength.value_or(0) > 0) return std::nullopt;
        return WholeBody{0};
    }
    const bool large = request.contentLength.value_or(found.route->bodyBytes) > freeBodyBytes;
    if (found.route->stream || (large && found.route->access != Access::anybody))
        return std::nullopt;
    return WholeBody{found.route->bodyBytes};
}

Intake Hub::intake(const Request& request)
{
    if (const auto taken = whole(request)) return *taken;
    const Match found = match(request);
    Response refused;
    try {
        if (found.route == nullptr || !found.route->stream) {
            const Outcome<Call> call = admit(request, found);
            if (call) return WholeBody{found.route->bodyBytes};
            refused = toResponse(call.error());
        } else {
            Outcome<StreamedBody> streamed = streamOf(request, found);
            if (streamed) return std::move(*streamed);
            refused = toResponse(streamed.error());
        }
    } catch (...) {
        refused = toResponse(problemOfException());
    }
    stamp(request.header(protocol::header::nonce), found.route, refused);
    return refused;
}

Response Hub::handle(const Request& request)
{
    const Match found = match(request);
    Response response;
    try {
        Answer answer = answerOf(request, found);
        response = answer ? std::move(*answer) : toResponse(answer.error());
    } catch (...) {
        response = toResponse(problemOfException());
    }
    stamp(request.header(protocol::header::nonce), found.route, response);
    return response;
}

void Hub::stamp(const Request& request, Response& response) const
{
    stamp(request.header(protocol::header::nonce), match(request).route, response);
}

void Hub::stamp(const std::string& nonce, const Route* route, Response& response) const
{
    if (route != nullptr) response.headers.insert(route->headers.begin(), route->headers.end());
    if (protocol::isNonce(nonce)) response.headers[protocol::header::nonce] = nonce;
    response.headers[protocol::header::protocol] = std::to_string(protocol::version);
    response.headers[protocol::header::epoch] = m_highWater.epoch();
    response.headers[protocol::header::durableSeq] = std::to_string(m_highWater.durableSeq());
    response.headers[protocol::header::timeMs] = std::to_string(m_services.clock.wallMs());
    response.headers.try_emplace("cache-control", "no-store, no-transform");
    if (!response.body.empty())
        response.headers.try_emplace(protocol::header::contentDigest,
                                     protocol::contentDigest({crypto::sha256(response.body)}));
    if (response.status == 304) response.headers.erase("content-type");  // as some proxies do
    response.headers[protocol::header::headDigest] =
        protocol::headDigest(std::to_string(response.status), response.headers);
}

}  // namespace hub
