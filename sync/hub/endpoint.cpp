#include "sync/hub/endpoint.h"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <filesystem>
#include <system_error>

#include "sync/protocol/codec.h"

namespace hub {

const std::string& Call::query(const std::string& name) const
{
    static const std::string none;
    const auto found = request.query.find(name);
    return found == request.query.end() ? none : found->second;
}

tl::unexpected<protocol::Problem> refuse(int status, base::Error error)
{
    protocol::Problem problem;
    problem.status = status;
    problem.error = std::move(error);
    return tl::unexpected(std::move(problem));
}

tl::unexpected<protocol::Problem> refuse(int status, std::string code, std::string message,
                                         std::string where)
{
    return refuse(status, base::Error{std::move(code), std::move(message), std::move(where)});
}

tl::unexpected<protocol::Problem> refuseFor(std::int64_t waitMs, std::string code,
                                            std::string message)
{
    auto refused = refuse(429, std::move(code), std::move(message));
    refused.value().retryAfterS = static_cast<int>(waitMs / 1000 + 1);
    return refused;
}

Response toResponse(const protocol::Problem& problem)
{
    Response response;
    response.status = problem.status;
    response.headers["content-type"] = protocol::media::json;
    if (problem.retryAfterS)
        response.headers[protocol::header::retryAfter] = std::to_string(*problem.retryAfterS);
    response.body = protocol::toBytes(problem);
    return response;
}

namespace {
protocol::Problem full()
{
    return {507, {protocol::code::full, "服务器磁盘已满，暂不接收；数据仍在平板上，会自动再传", {}},
            300, {},
            {},  0};
}

protocol::Problem busy()
{
    return {503, {protocol::code::busy, "服务器暂时无法处理，稍后会自动重试", {}}, 30, {}, {}, 0};
}
}  // namespace

protocol::Problem problemOfException()
{
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        spdlog::error("database: {} ({})", error.what(), error.getExtendedErrorCode());
        return error.getErrorCode() == SQLITE_FULL ? full() : busy();
    } catch (const std::system_error& error) {
        spdlog::error("system: {}", error.what());
        return error.code() == std::errc::no_space_on_device ? full() : busy();
    } catch (const std::exception& error) {
        spdlog::error("bug: {}", error.what());
        return {500, {"hub.internal", "服务器内部错误，请告知管理员", {}}, {}, {}, {}, 0};
    }
}

}  // namespace hub
