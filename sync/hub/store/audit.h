#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sync/hub/store/connection.h"

namespace hub {

/// One line of who did what to the hub. `detail` never holds a secret.
struct AuditLine {
    std::int64_t id = 0;
    std::int64_t atMs = 0;
    std::string who;  ///< a user's id, "command" for the command line, "hub", or an address
    std::string action;
    std::string object;
    std::string detail;
};
void audit(Connection& connection, std::int64_t atMs, const std::string& who,
           const std::string& action, const std::string& object, const std::string& detail = {});
/// Oldest first.
void readAudit(Connection& connection, std::int64_t afterId,
               const std::function<void(const AuditLine&)>& visit);

}  // namespace hub
