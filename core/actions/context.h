#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/sqlite/database.h"

// One user action = one function = one transaction. What an action returned as done survives
// SIGKILL and a power cut. What it could not save it returns as an error, with everything saved
// before untouched:
//   "store.full"   未保存: no space;   "store.busy"  未保存: another writer took too long;
//   "store.io"     未保存: the disk failed; whether it is there is known only after the database is
//   opened again.
// Other codes are refusals and named at each action. "draft.unknown": there is no such draft (any
// more).
namespace actions {

/// What every action works with; one a thread, because the connection is.
struct Context {
    SQLite::Database& db;
    const base::Clock& clock;
    base::UuidSource& ids;
};

}  // namespace actions
