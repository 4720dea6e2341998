#include "sync/hub/resources/enrol.h"

#include <array>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "sync/hub/resources/attempts.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
constexpr int wrongCodes = 10;
constexpr std::int64_t lockMs = 10 * 60 * 1000;

tl::unexpected<protocol::Problem> wrongCode()
{
    return refuse(403, protocol::code::enrolCode,
                  "登记码不对、已用过或已过期，请向管理员要一个新的", "code");
}

Outcome<protocol::EnrolRequest> readRequest(const Request& request)
{
    auto enrol = protocol::enrolRequestFromBytes(request.body);
    if (!enrol) return refuse(400, enrol.error());
    if (enrol->deviceName.empty() || enrol->deviceName.size() > domain::limits::nameCharacters * 4)
        return refuse(400, protocol::code::malformed, "平板名称为空或太长", "deviceName");
    if (!protocol::isNonce(enrol->incarnation))
        return refuse(400, protocol::code::malformed, "安装编号有误", "incarnation");
    if (!protocol::isSha256(enrol->publicKey))
        return refuse(400, protocol::code::malformed, "平板的公钥有误", "publicKey");
    return std::move(*enrol);
}

std::string newToken(const base::RandomBytes& random)
{
    std::array<std::uint8_t, 32> bytes{};
    random(bytes);
    return crypto::toHex(bytes);
}

/// In one transaction: the code is used up and the device is there, or neither.
Outcome<protocol::EnrolAnswer> enrolDevice(Connection& connection, Services& services,
                                           const protocol::EnrolRequest& request,
                                           const std::string& codeHash, const std::string& token)
{
    const std::int64_t nowMs = services.clock.wallMs();
    const auto before = findByIncarnation(connection, request.incarnation);
    Device device;
    device.id.value = before ? before->id.value : services.ids.next();
    const auto userId = useEnrolCode(connection, codeHash, device.id, nowMs);
    if (!userId) return wrongCode();
    const auto user = findUser(connection, userId->value);
    if (!user || !user->active) return wrongCode();
    device.user = *userId;
    device.name = request.deviceName;
    device.incarnation = request.incarnation;
    device.publicKey = request.publicKey;
    device.enrolledMs = nowMs;
    if (before)
        renewDevice(connection, device, crypto::tokenHash(token));
    else
        addDevice(connection, device, crypto::tokenHash(token));
    audit(connection, nowMs, user->id.value, before ? "device.enrol_again" : "device.enrol",
          device.id.value, device.name);
    const Meta meta = readMeta(connection);
    return protocol::EnrolAnswer{token, device.id, *user, meta.county, meta.epoch};
}

Answer enrol(Call& call, Attempts& attempts)
{
    const std::int64_t nowMs = call.services.clock.wallMs();
    if (const auto waitMs = attempts.waitMs(call.request.remote, nowMs)) {
        auto refused = refuse(429, "enrol.locked", "登记码试错次数太多，请过一会儿再试");
        refused.value().retryAfterS = static_cast<int>(*waitMs / 1000 + 1);
        return refused;
    }
    if (auto type = checkType(call.request, protocol::media::json); !type)
        return tl::unexpected(type.error());
    auto request = readRequest(call.request);
    if (!request) return tl::unexpected(request.error());
    const auto codeHash = enrolCodeHash(request->code);
    const std::string token = newToken(call.services.random);
    Outcome<protocol::EnrolAnswer> answer = wrongCode();
    if (codeHash)
        answer = call.services.committer.run([&](Connection& connection) {
            return enrolDevice(connection, call.services, *request, *codeHash, token);
        });
    if (!answer) {
        attempts.failed(call.request.remote, nowMs);
        return tl::unexpected(answer.error());
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
