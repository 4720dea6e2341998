#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/request.h"
#include "sync/hub/store/connection.h"

namespace hub {

struct Device {
    domain::DeviceId id;
    domain::UserId user;
    std::string name;
    std::string incarnation;
    std::string publicKey;
    std::int64_t enrolledMs = 0;
    std::int64_t revokedMs = 0;  ///< 0: in use
    /// Its clock less the hub's when it last pushed, to a minute.
    std::int64_t clockOffMs = 0;

    bool clockSuspect() const;  ///< off by more than some minutes
};

/// Who holds the token with this hash; nobody when the token is unknown or its user is gone.
/// A user who was made inactive counts as revoked.
std::optional<Caller> callerOf(Connection& connection, const std::string& tokenHash);

/// Who works with the device, whatever token it has now.
std::optional<Caller> callerOf(Connection& connection, const Device& device);

std::optional<Device> findDevice(Connection& connection, const domain::DeviceId& id);
/// The device that enrolled with this incarnation and key before, so that enrolling again keeps its
/// name in the records that are still waiting on it. That the key is its own is for the caller to
/// have proved: the incarnation stands in every record.
std::optional<Device> findInstallation(Connection& connection, const std::string& incarnation,
                                       const std::string& publicKey);
std::vector<Device> listDevices(Connection& connection);

void addDevice(Connection& connection, const Device& device, const std::string& tokenHash);
/// Gives a device that enrols again its new token, name and user, and lets it in again.
void renewDevice(Connection& connection, const Device& device, const std::string& tokenHash);
/// Keeps how far its clock is off; an audit line when it becomes suspect. Decides nothing.
void noteClock(Connection& connection, const domain::DeviceId& id, std::int64_t offMs,
               std::int64_t nowMs);
/// False when there is no such device or it was revoked before.
bool revokeDevice(Connection& connection, const domain::DeviceId& id, std::int64_t nowMs);

void addEnrolCode(Connection& connection, const std::string& hash, const domain::UserId& user,
                  std::int64_t nowMs, std::int64_t expiresMs);
/// Uses up a code: the user it is for, or nobody when it is unknown, used or expired. The device
/// that used it may do so again for ten minutes, in case the answer was lost.
std::optional<domain::UserId> useEnrolCode(Connection& connection, const std::string& hash,
                                           const domain::DeviceId& device, std::int64_t nowMs);

}  // namespace hub
