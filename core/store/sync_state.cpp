#include "core/store/sync_state.h"

#include "core/sqlite/bind.h"

namespace store {

Cursor SyncState::cursor() const
{
    SQLite::Statement query(m_db, "SELECT epoch, scope, after_seq FROM sync_state");
    query.executeStep();
    return {query.getColumn(0).getString(), query.getColumn(1).getString(),
            query.getColumn(2).getInt64()};
}

void SyncState::putCursor(const Cursor& cursor)
{
    sqlite::run(m_db, "UPDATE sync_state SET epoch = ?1, scope = ?2, after_seq = ?3", cursor.epoch,
                cursor.scope, cursor.afterSeq);
}

std::int64_t SyncState::durableSeq() const
{
    return m_db.execAndGet("SELECT durable_seq FROM sync_state").getInt64();
}

std::int64_t SyncState::hubLastSeq() const
{
    return m_db.execAndGet("SELECT hub_last_seq FROM sync_state").getInt64();
}

void SyncState::putHubSeqs(std::int64_t lastSeq, std::int64_t durableSeq)
{
    sqlite::run(m_db, "UPDATE sync_state SET hub_last_seq = ?1, durable_seq = ?2", lastSeq,
                durableSeq);
}

void SyncState::contacted(std::int64_t nowMs, std::int64_t hubAheadMs)
{
    sqlite::run(m_db, "UPDATE sync_state SET contact_at_ms = ?1, hub_ahead_ms = ?2", nowMs,
                hubAheadMs);
}

std::optional<std::int64_t> SyncState::contactAtMs() const
{
    return sqlite::optionalInt64(m_db.execAndGet("SELECT contact_at_ms FROM sync_state"));
}

std::optional<std::int64_t> SyncState::hubAheadMs() const
{
    return sqlite::optionalInt64(m_db.execAndGet("SELECT hub_ahead_ms FROM sync_state"));
}

void SyncState::completed(std::int64_t nowMs)
{
    sqlite::run(m_db,
                "UPDATE sync_state SET complete_at_ms = ?1, error_code = '', error_message = ''",
                nowMs);
}

std::optional<std::int64_t> SyncState::completeAtMs() const
{
    return sqlite::optionalInt64(m_db.execAndGet("SELECT complete_at_ms FROM sync_state"));
}

void SyncState::failed(const base::Error& error)
{
    sqlite::run(m_db, "UPDATE sync_state SET error_code = ?1, error_message = ?2", error.code,
                error.message);
}

std::optional<base::Error> SyncState::lastError() const
{
    SQLite::Statement query(
        m_db, "SELECT error_code, error_message FROM sync_state WHERE error_code <> ''");
    if (!query.executeStep()) return {};
    return base::Error{query.getColumn(0).getString(), query.getColumn(1).getString(), {}};
}

}  // namespace store
