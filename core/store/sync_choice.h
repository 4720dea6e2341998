#pragma once

#include "core/sqlite/database.h"

namespace store {

/// Over which networks the user lets this tablet sync.
enum class SyncOver { nothing, freeNetworks, anyNetwork };

/// True when it may go over a network of this kind.
bool allows(SyncOver choice, bool metered);

/// Photos apart from records: they are a thousand times the bytes.
struct SyncChoice {
    SyncOver records = SyncOver::anyNetwork;
    SyncOver photos = SyncOver::anyNetwork;

    bool operator==(const SyncChoice&) const = default;
};

SyncChoice syncChoice(SQLite::Database& db);
/// Commits by itself when the caller has no transaction.
void putSyncChoice(SQLite::Database& db, const SyncChoice& choice);

}  // namespace store
