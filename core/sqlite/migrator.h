#pragma once

#include <span>

#include "core/base/result.h"
#include "core/sqlite/database.h"

namespace sqlite {

/// One numbered .sql file; numbers rise from 1 without gaps and a released file is never edited.
struct Migration {
    int number;
    const char* sql;
};

/// Brings the schema to the newest migration, each in a transaction of its own, and returns its
/// number.
///
/// A database from a newer version is refused with code "store.newer" and is not touched; one that
/// is not ours (other application_id) with "store.foreign". Throws SQLite::Exception when the
/// machine fails.
base::Result<int> migrate(SQLite::Database& db, std::span<const Migration> migrations,
                          int applicationId);

}  // namespace sqlite
