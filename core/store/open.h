#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "core/sqlite/database.h"
#include "core/sqlite/migrator.h"

namespace store {

/// "XCTB" in the file's header: a tablet's database.
inline constexpr int applicationId = 0x58435442;

std::span<const sqlite::Migration> migrations();

/// Opens (and creates) a tablet's database with its newest schema. One connection a thread.
///
/// Refused without being touched: "store.newer" (written by a newer version), "store.foreign" (not
/// ours), "store.corrupt" (damaged), "store.unavailable" (cannot be opened or no space to bring it
/// up to date).
base::Result<SQLite::Database> open(const std::string& path);

}  // namespace store
