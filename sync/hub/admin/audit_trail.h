#pragma once

#include <cstdint>
#include <vector>

#include "core/documents/table.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Every submission, decision, step of a rectification and appeal since `fromMs`, with the state
/// before and after, who, when and from which device; then the records that had no effect; then
/// what was done to the hub itself. Made of what no command can change (docs/schema.md).
std::vector<documents::Table> auditTables(Connection& db, std::int64_t fromMs);

}  // namespace hub
