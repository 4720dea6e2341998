#include "sync/hub/resources/new_device.h"

#include <array>

#include "core/crypto/hash.h"
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

using Enrolled = tl::expected<protocol::EnrolAnswer, std::monostate>;

/// In one transaction: what `who` uses up is used up and the device is there, or neither.
Enrolled enrolDevice(Connection& connection, Services& services,
                     const protocol::EnrolRequest& request, const WhoEnrols& who,
                     const std::string& token)
{
    const std::int64_t nowMs = services.clock.wallMs();
    const auto before = findByIncarnation(connection, request.incarnation);
    Device device;
    device.id.value = before ? before->id.value : services.ids.next();
    const auto userId = who(connection, device.id);
    if (!userId) return tl::unexpected(std::monostate());
    const auto user = findUser(connection, userId->value);
    if (!user || !user->active) return tl::unexpected(std::monostate());
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

std::optional<protocol::EnrolAnswer> makeDevice(Services& services,
                                                const protocol::EnrolRequest& request,
                                                const WhoEnrols& who)
{
    const std::string token = newToken(services.random);
    Enrolled enrolled = services.committer.run([&](Connection& connection) {
        return enrolDevice(connection, services, request, who, token);
    });
    if (!enrolled) return std::nullopt;
    return std::move(*enrolled);
}

std::optional<protocol::Problem> tabletProblem(const protocol::EnrolRequest& request)
{
    if (request.deviceName.empty() ||
        request.deviceName.size() > domain::limits::nameCharacters * 4)
        return refuse(400, protocol::code::malformed, "平板名称为空或太长", "deviceName").value();
    if (!protocol::isNonce(request.incarnation))
        return refuse(400, protocol::code::malformed, "安装编号有误", "incarnation").value();
    if (!protocol::isSha256(request.publicKey))
        return refuse(400, protocol::code::malformed, "平板的公钥有误", "publicKey").value();
    return std::nullopt;
}

}  // namespace hub
