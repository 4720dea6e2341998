#include "sync/hub/resources/sign_in.h"

#include <mutex>

#include "core/crypto/password.h"
#include "sync/hub/resources/attempts.h"
#include "sync/hub/resources/new_device.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/passwords.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"

namespace hub {

namespace {

/// What a password is compared with where there is none, so that it takes as long.
constexpr const char* nobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$KcE5rebliwLZ5Th7m9dvqw$ySwEJFVmA+3/s14xSsuq3DgOXbjkEv914/"
    "DXjPqJ2aM";

struct Door {
    Attempts byAddress{10, lockMs};
    Attempts byUser{5, lockMs};
    std::mutex oneAtATime;
};

struct Known {
    domain::UserId user;
    std::string hash;
};

std::optional<Known> findKnown(Services& services, const std::string& idOrName)
{
    const auto reader = services.readers.take();
    const auto user = findUser(*reader, idOrName);
    if (!user || !user->active) return std::nullopt;
    const auto hash = passwordHashOf(*reader, user->id);
    if (!hash) return std::nullopt;
    return Known{user->id, *hash};
}

tl::unexpected<protocol::Problem> busy()
{
    auto refused = refuse(503, protocol::code::busy, "正在验证另一个人的密码，请再试一次");
    refused.value().retryAfterS = 1;
    return refused;
}

Answer signIn(Call& call, Door& door)
{
    const std::int64_t nowMs = call.services.clock.wallMs();
    const std::string& address = call.request.remote;
    constexpr const char* locked = "密码试错次数太多，请过一会儿再试";
    if (const auto waitMs = door.byAddress.waitMs(address, nowMs))
        return refuseFor(*waitMs, "sign_in.locked", locked);
    if (auto type = checkType(call.request, protocol::media::json); !type)
        return tl::unexpected(type.error());
    auto request = protocol::signInRequestFromBytes(call.request.body);
    if (!request) return refuse(400, request.error());
    if (auto problem = tabletProblem(call.request, request->tablet))
        return tl::unexpected(std::move(*problem));
    const auto known = findKnown(call.services, request->user);
    const std::string who = known ? known->user.value : request->user;
    if (const auto waitMs = door.byUser.waitMs(who, nowMs))
        return refuseFor(*waitMs, "sign_in.locked", locked);
    bool right = false;
    {
        const std::unique_lock turn(door.oneAtATime, std::try_to_lock);
        if (!turn.owns_lock()) return busy();
        right =
            crypto::passwordVerify(request->password, known ? known->hash : nobodysHash) && known;
    }
    const auto wrong = refuse(403, protocol::code::signIn,
                              "用户或密码不对，请核对后重输，忘记请问办公室", "password");
    const auto knownUser = [&](Connection& connection,
                               const domain::DeviceId& id) -> Outcome<domain::UserId> {
        const auto device = findDevice(connection, id);
        if (device && device->revokedMs != 0)
            return refuse(403, protocol::code::revoked,
                          "这台平板已停用，要用管理员给的登记码才能重新登记");
        return known->user;
    };
    auto answer = right ? makeDevice(call.services, request->tablet, knownUser, wrong.value())
                        : Outcome<protocol::EnrolAnswer>(wrong);
    if (!answer) {
        if (answer.error().error.code == protocol::code::signIn) {
            const bool addressLocked = door.byAddress.failed(address, nowMs);
            const bool userLocked = door.byUser.failed(who, nowMs);
            // What is no user may be a password in the wrong field: it is not written down.
            noteFailure(call.services, {"sign_in", address, known ? who : ""},
                        addressLocked || userLocked);
        }
        return tl::unexpected(std::move(answer.error()));
    }
    door.byAddress.succeeded(address);
    door.byUser.succeeded(who);
    return jsonResponse(protocol::toBytes(*answer));
}
}  // namespace

std::vector<Route> signInRoutes()
{
    auto door = std::make_shared<Door>();
    Route route;
    route.method = "POST";
    route.pattern = protocol::path::signIn;
    route.access = Access::anybody;
    route.bodyBytes = 4096;
    route.run = [door](Call& call) { return signIn(call, *door); };
    return {route};
}

}  // namespace hub
