#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/sqlite/migrator.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What the hub says of itself: whose it is, which life of its database, how far its log goes.
struct Meta {
    std::string county;
    std::string epoch;            ///< 16 random bytes in hex; new at each restore
    std::int64_t lastSeq = 0;     ///< newest in the log
    std::int64_t durableSeq = 0;  ///< highest that is as durable as the county asked for
};
/// Requires a database that `initialise` or a migration has filled.
Meta readMeta(Connection& connection);
bool isInitialised(Connection& connection);

/// Gives an empty, migrated database its county and first epoch.
void initialise(Connection& connection, const std::string& county, const std::string& epoch);

/// Declares that this database begins a new life (it was put back from a backup).
void setEpoch(Connection& connection, const std::string& epoch);
/// "local": a commit is durable enough. "backup": only what a backup elsewhere holds is.
void setDurable(Connection& connection, const std::string& mode);
void setBackupSeq(Connection& connection, std::int64_t seq);

inline constexpr int hubApplicationId = 0x58434842;  ///< "XCHB"
std::span<const sqlite::Migration> hubMigrations();
/// Brings the schema to this program's version; see sqlite::migrate.
base::Result<int> migrateHub(Connection& connection);

}  // namespace hub
