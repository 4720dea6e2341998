#include "sync/hub/store/devices.h"

#include <cstdlib>
#include <stdexcept>

#include "core/domain/codec.h"
#include "sync/hub/store/audit.h"

namespace hub {

namespace {
/// How long a tablet whose answer was lost may use its code again.
constexpr std::int64_t answerLostMs = 10 * 60 * 1000;
constexpr std::int64_t clockSuspectMs = 5 * 60 * 1000;
constexpr std::int64_t clockNewsMs = 60 * 1000;

Device deviceOf(SQLite::Statement& row)
{
    Device device;
    device.id.value = row.getColumn(0).getString();
    device.user.value = row.getColumn(1).getString();
    device.name = row.getColumn(2).getString();
    device.incarnation = row.getColumn(3).getString();
    device.publicKey = row.getColumn(4).getString();
    device.enrolledMs = row.getColumn(5).getInt64();
    device.revokedMs = row.getColumn(6).getInt64();
    device.clockOffMs = row.getColumn(7).getInt64();
    return device;
}

/// From a row of device, revoked_ms, user.json.
std::optional<Caller> callerIn(SQLite::Statement& row)
{
    if (!row.executeStep()) return std::nullopt;
    const auto user = domain::userFromJson(row.getColumn(2).getString());
    if (!user) throw std::runtime_error("a stored user cannot be read: " + user.error().where);
    Caller caller;
    caller.user = *user;
    caller.device.value = row.getColumn(0).getString();
    caller.revoked = row.getColumn(1).getInt64() != 0 || !user->active;
    return caller;
}
}  // namespace

std::optional<Caller> callerOf(Connection& connection, const std::string& tokenHash)
{
    const Prepared query = connection.prepare(R"(
        SELECT device.id, device.revoked_ms, user.json
        FROM device JOIN user ON user.id = device.user WHERE device.token_hash = ?)");
    query->bind(1, tokenHash);
    return callerIn(*query);
}

std::optional<Caller> callerOf(Connection& connection, const Device& device)
{
    const Prepared query = connection.prepare(R"(
        SELECT device.id, device.revoked_ms, user.json
        FROM device JOIN user ON user.id = device.user WHERE device.id = ?)");
    query->bind(1, device.id.value);
    return callerIn(*query);
}

std::optional<Device> findDevice(Connection& connection, const domain::DeviceId& id)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, user, name, incarnation, public_key, enrolled_ms, revoked_ms,
               clock_off_ms
        FROM device WHERE id = ?)");
    query->bind(1, id.value);
    return query->executeStep() ? std::optional(deviceOf(*query)) : std::nullopt;
}

std::optional<Device> findInstallation(Connection& connection, const std::string& incarnation,
                                       const std::string& publicKey)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, user, name, incarnation, public_key, enrolled_ms, revoked_ms,
               clock_off_ms
        FROM device WHERE incarnation = ? AND public_key = ?)");
    query->bind(1, incarnation);
    query->bind(2, publicKey);
    return query->executeStep() ? std::optional(deviceOf(*query)) : std::nullopt;
}

std::vector<Device> listDevices(Connection& connection)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, user, name, incarnation, public_key, enrolled_ms, revoked_ms,
               clock_off_ms
        FROM device ORDER BY enrolled_ms, id)");
    std::vector<Device> devices;
    while (query->executeStep()) devices.push_back(deviceOf(*query));
    return devices;
}

void addDevice(Connection& connection, const Device& device, const std::string& tokenHash)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO device (id, user, name, incarnation, public_key, token_hash, enrolled_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?))");
    insert->bind(1, device.id.value);
    insert->bind(2, device.user.value);
    insert->bind(3, device.name);
    insert->bind(4, device.incarnation);
    insert->bind(5, device.publicKey);
    insert->bind(6, tokenHash);
    insert->bind(7, device.enrolledMs);
    insert->exec();
}

void renewDevice(Connection& connection, const Device& device, const std::string& tokenHash)
{
    const Prepared update = connection.prepare(R"(
        UPDATE device SET user = ?, name = ?, token_hash = ?, enrolled_ms = ?, revoked_ms = 0
        WHERE id = ?)");
    update->bind(1, device.user.value);
    update->bind(2, device.name);
    update->bind(3, tokenHash);
    update->bind(4, device.enrolledMs);
    update->bind(5, device.id.value);
    update->exec();
}

bool Device::clockSuspect() const
{
    return std::abs(clockOffMs) > clockSuspectMs;
}

void noteClock(Connection& connection, const domain::DeviceId& id, std::int64_t offMs,
               std::int64_t nowMs)
{
    auto device = findDevice(connection, id);
    if (!device || std::abs(device->clockOffMs - offMs) < clockNewsMs) return;
    const bool before = device->clockSuspect();
    device->clockOffMs = offMs;
    const Prepared update = connection.prepare("UPDATE device SET clock_off_ms = ? WHERE id = ?");
    update->bind(1, offMs);
    update->bind(2, id.value);
    update->exec();
    if (device->clockSuspect() && !before)
        audit(connection, nowMs, device->user.value, "device.clock_suspect", id.value,
              std::to_string(offMs / 1000) + " s");
}

bool revokeDevice(Connection& connection, const domain::DeviceId& id, std::int64_t nowMs)
{
    const Prepared update =
        connection.prepare("UPDATE device SET revoked_ms = ? WHERE id = ? AND revoked_ms = 0");
    update->bind(1, nowMs);
    update->bind(2, id.value);
    return update->exec() == 1;
}

void addEnrolCode(Connection& connection, const std::string& hash, const domain::UserId& user,
                  std::int64_t nowMs, std::int64_t expiresMs)
{
    const Prepared insert = connection.prepare(
        "INSERT INTO enrol_code (hash, user, made_ms, expires_ms) VALUES (?, ?, ?, ?)");
    insert->bind(1, hash);
    insert->bind(2, user.value);
    insert->bind(3, nowMs);
    insert->bind(4, expiresMs);
    insert->exec();
}

std::optional<domain::UserId> useEnrolCode(Connection& connection, const std::string& hash,
                                           const domain::DeviceId& device, std::int64_t nowMs)
{
    const Prepared update = connection.prepare(R"(
        UPDATE enrol_code SET used_ms = CASE used_ms WHEN 0 THEN ?1 ELSE used_ms END, device = ?2
        WHERE hash = ?3 AND expires_ms > ?1
          AND (used_ms = 0 OR (device = ?2 AND used_ms > ?1 - ?4)) RETURNING user)");
    update->bind(1, nowMs);
    update->bind(2, device.value);
    update->bind(3, hash);
    update->bind(4, answerLostMs);
    if (!update->executeStep()) return std::nullopt;
    return domain::UserId{update->getColumn(0).getString()};
}

}  // namespace hub
