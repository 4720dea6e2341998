#include "sync/hub/resources/enrol.h"

#include "sync/hub/resources/attempts.h"
#include "sync/hub/resources/new_device.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/protocol/codec.h"

namespace hub {

namespace {
constexpr int wrongCodes = 10;

Answer enrol(Call& call, Attempts& attempts)
{
    const std::int64_t nowMs = call.services.clock.wallMs();
    if (const auto waitMs = attempts.waitMs(call.request.remote, nowMs))
        return refuseFor(*waitMs, "enrol.locked", "登记码试错次数太多，请过一会儿再试");
    if (auto type = checkType(call.request, protocol::media::json); !type)
        return tl::unexpected(type.error());
    auto request = protocol::enrolRequestFromBytes(call.request.body);
    if (!request) return refuse(400, request.error());
    if (auto problem = tabletProblem(call.request, *request))
        return tl::unexpected(std::move(*problem));
    const auto wrong = refuse(403, protocol::code::enrolCode,
                              "登记码不对、已用过或已过期，请向管理员要一个新的", "code");
    const auto who = [&](Connection& connection,
                         const domain::DeviceId& device) -> Outcome<domain::UserId> {
        const auto hash = enrolCodeHash(request->code);
        auto user = hash ? useEnrolCode(connection, *hash, device, nowMs) : std::nullopt;
        if (!user) return wrong;
        return std::move(*user);
    };
    auto answer = makeDevice(call.services, *request, who, wrong.value());
    if (!answer) {
        if (answer.error().error.code == protocol::code::enrolCode)
            noteFailure(call.services, {"enrol", call.request.remote, {}},
                        attempts.failed(call.request.remote, nowMs));
        return tl::unexpected(std::move(answer.error()));
    }
    attempts.succeeded(call.request.remote);
    return jsonResponse(protocol::toBytes(*answer));
}
}  // namespace

std::vector<Route> enrolRoutes()
{
    auto attempts = std::make_shared<Attempts>(wrongCodes, lockMs);
    Route route;
    route.method = "POST";
    route.pattern = protocol::path::enrol;
    route.access = Access::anybody;
    route.bodyBytes = 4096;
    route.run = [attempts](Call& call) { return enrol(call, *attempts); };
    return {route};
}

}  // namespace hub
