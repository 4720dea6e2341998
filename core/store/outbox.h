#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/record.h"
#include "core/sqlite/database.h"

namespace store {

/// Where a record of this tablet stands with the hub. `sent`: offered, outcome unknown; offered
/// again.
enum class OutboxState { waiting, sent, applied, duplicate, conflict, quarantined };

struct OutboxEntry {
    domain::RecordId record;
    std::string kind;
    std::string incarnation;
    std::int64_t deviceSeq = 0;
    std::int64_t createdAtMs = 0;
    std::string line;  ///< canonical bytes
    OutboxState state = OutboxState::waiting;
    std::int64_t hubSeq = 0;
    int attempts = 0;
    std::string errorCode;
    std::string errorMessage;
    domain::RecordId other;
};

/// What the hub said of one record.
struct Settlement {
    domain::RecordId record;
    OutboxState state = OutboxState::applied;
    std::int64_t hubSeq = 0;
    std::string errorCode;
    std::string errorMessage;
    domain::RecordId other;
};

/// Records of this tablet on their way to the hub. Writes are part of the caller's transaction.
///
/// A record leaves the queue only by settle(); entries are kept afterwards so that they can be
/// offered again to a hub that was restored from an older backup.
class Outbox {
public:
    explicit Outbox(SQLite::Database& db) : m_db(db) {}

    /// Requires that the record is in Records and that its deviceSeq came from Identity in this
    /// transaction.
    void append(const domain::Record& record);

    /// Unsettled records in the order of their numbers, earlier installations first: what is to be
    /// pushed next. Never by the clock, which may have gone back.
    std::vector<OutboxEntry> unsettled(std::size_t limit) const;
    /// Records of the current incarnation from this number on, settled or not: after 409
    /// "push.gap".
    std::vector<OutboxEntry> fromDeviceSeq(std::int64_t deviceSeq, std::size_t limit) const;
    /// Everything that a person may want to see: unsettled, refused, and settled since `sinceMs`;
    /// newest first.
    std::vector<OutboxEntry> list(std::int64_t sinceMs) const;
    std::optional<OutboxEntry> find(const domain::RecordId& record) const;
    std::size_t unsettledCount() const;
    std::vector<domain::RecordId> unsettledRecords() const;
    std::size_t refusedCount() const;

    void markSent(const std::vector<domain::RecordId>& records, std::int64_t nowMs);
    /// Also tells Records what the hub made of it: its number in the log, or that it was refused.
    void settle(const Settlement& settlement, std::int64_t nowMs);
    /// What the hub had refused and an administrator took after all, which its log tells, has
    /// arrived.
    void settleAccepted();
    /// The hub was restored from a backup and may have lost anything: what it had answered, also
    /// what it had set aside, waits again. Returns how many.
    int offerAllAgain();

    /// Gives an unsettled record a new number in a new incarnation, because the old number may be
    /// taken.
    void renumber(const domain::RecordId& record, const std::string& incarnation,
                  std::int64_t deviceSeq);

private:
    SQLite::Database& m_db;
};

}  // namespace store
