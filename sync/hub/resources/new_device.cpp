#include "sync/hub/resources/new_device.h"

#include <array>

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "core/domain/limits.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
std::string newToken(const base::RandomBytes& random)
{
    std::array<std::uint8_t, 32> bytes{};
    random(bytes);
    return crypto::toHex(bytes);
}

/// In one transaction: what `who` uses up is used up and the device is there, or neither.
Outcome<protocol::EnrolAnswer> enrolDevice(Connection& connection, Services& services,
                                           const protocol::EnrolRequest& request,
                                           const WhoEnrols& who, const protocol::Problem& inactive,
                                           const std::string& token)
{
    const std::int64_t nowMs = services.clock.wallMs();
    const auto before = findInstallation(connection, request.incarnation, request.publicKey);
    Device device;
    device.id.value = before ? before->id.value : services.ids.next();
    auto userId = who(connection, device.id);
    if (!userId) return tl::unexpected(std::move(userId.error()));
    const auto user = findUser(connection, userId->value);
    if (!user || !user->active) return tl::unexpected(inactive);
    if (!request.onlyUser.empty() && request.onlyUser != user->id)
        return refuse(409, protocol::code::otherUser,
                      "平板上还有别人未发送的工作，请先由本人同步后再换人登记", "user");
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
}  // namespace

Outcome<protocol::EnrolAnswer> makeDevice(Services& services, const protocol::EnrolRequest& request,
                                          const WhoEnrols& who, const protocol::Problem& inactive)
{
    const std::string token = newToken(services.random);
    return services.committer.run([&](Connection& connection) {
        return enrolDevice(connection, services, request, who, inactive, token);
    });
}

void noteFailure(Services& services, const FailedTry& failed, bool locked)
{
    services.committer.run([&](Connection& connection) {
        const std::int64_t nowMs = services.clock.wallMs();
        audit(connection, nowMs, failed.address, failed.door + ".failed", failed.user);
        if (locked) audit(connection, nowMs, failed.address, failed.door + ".locked", failed.user);
    });
}

std::optional<protocol::Problem> tabletProblem(const Request& asked,
                                               const protocol::EnrolRequest& request)
{
    if (request.deviceName.empty() ||
        request.deviceName.size() > domain::limits::nameCharacters * 4)
        return refuse(400, protocol::code::malformed, "平板名称为空或太长", "deviceName").value();
    if (!protocol::isNonce(request.incarnation))
        return refuse(400, protocol::code::malformed, "安装编号有误", "incarnation").value();
    if (!protocol::isSha256(request.publicKey))
        return refuse(400, protocol::code::malformed, "平板的公钥有误", "publicKey").value();
    if (!crypto::verify(protocol::enrolMessage(asked.body),
                        asked.header(protocol::header::signature), request.publicKey))
        return refuse(403, protocol::code::enrolSignature,
                      "登记请求没有用平板自己的密钥签名，请升级平板程序后再试", "signature")
            .value();
    return std::nullopt;
}

}  // namespace hub
