#include "sync/hub/probe_routes.h"

namespace hub {
namespace {

Answer health(Call& call)
{
    const auto lease = call.services.readers.take();
    const Prepared query = lease->prepare("SELECT seq FROM ev ORDER BY seq DESC LIMIT 1");
    query->executeStep();
    Response response;
    response.headers["content-type"] = "text/plain; charset=utf-8";
    response.body = "ok\n";
    return response;
}

bool isLocal(const Request& request)
{
    const bool proxied = !request.header("x-forwarded-for").empty();
    return !proxied && (request.remote == "127.0.0.1" || request.remote == "::1");
}

}  // namespace

std::vector<Route> probeRoutes(const Metrics& metrics)
{
    Route healthz;
    healthz.method = "GET";
    healthz.pattern = "/healthz";
    healthz.access = Access::anybody;
    healthz.protocolWanted = false;
    healthz.run = health;
    Route figures = healthz;
    figures.pattern = "/metrics";
    figures.run = [&metrics](Call& call) -> Answer {
        if (!isLocal(call.request))
            return refuse(404, protocol::code::notFound, "服务器没有这个地址", call.request.path);
        Response response;
        response.headers["content-type"] = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics.text();
        return response;
    };
    return {healthz, figures};
}

}  // namespace hub
