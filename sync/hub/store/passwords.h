#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// `hash` is what crypto::passwordHash made; the one before is gone.
void putPassword(Connection& connection, const domain::UserId& user, const std::string& hash,
                 std::int64_t nowMs);
/// False when the user had none.
bool dropPassword(Connection& connection, const domain::UserId& user);
/// Nothing for a user who enrols by codes only.
std::optional<std::string> passwordHashOf(Connection& connection, const domain::UserId& user);

}  // namespace hub
