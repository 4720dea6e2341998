#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/sqlite/database.h"

namespace store {

/// How far this tablet has read the hub's log.
struct Cursor {
    std::string epoch;
    std::string scope;
    std::int64_t afterSeq = 0;

    bool operator==(const Cursor&) const = default;
};

/// The one row about the tablet's talk with its hub. Writes are part of the caller's transaction.
class SyncState {
public:
    explicit SyncState(SQLite::Database& db) : m_db(db) {}

    Cursor cursor() const;
    void putCursor(const Cursor& cursor);

    /// Everything up to this number of the hub's log is safe outside the hub's machine.
    std::int64_t durableSeq() const;
    std::int64_t hubLastSeq() const;
    void putHubSeqs(std::int64_t lastSeq, std::int64_t durableSeq);

    /// The hub answered at `nowMs` of our clock and its own clock was `hubAheadMs` ahead.
    void contacted(std::int64_t nowMs, std::int64_t hubAheadMs);
    std::optional<std::int64_t> contactAtMs() const;
    std::optional<std::int64_t> hubAheadMs() const;
    /// A round that sent and read everything ended at this time; clears the error.
    void completed(std::int64_t nowMs);
    std::optional<std::int64_t> completeAtMs() const;
    void failed(const base::Error& error);
    std::optional<base::Error> lastError() const;

private:
    SQLite::Database& m_db;
};

}  // namespace store
