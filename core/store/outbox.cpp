#include "core/store/outbox.h"

#include <array>

#include "core/sqlite/bind.h"
#include "core/store/records.h"

namespace store {

namespace {
constexpr std::array<const char*, 6> outboxWords{"waiting",   "sent",     "applied",
                                                 "duplicate", "conflict", "quarantined"};

std::string wordOf(OutboxState state)
{
    return outboxWords[static_cast<std::size_t>(state)];
}

OutboxState stateOf(const std::string& word)
{
    for (std::size_t i = 0; i < outboxWords.size(); ++i)
        if (word == outboxWords[i]) return static_cast<OutboxState>(i);
    return OutboxState::waiting;
}

#define outboxSelect                                                                            \
    "SELECT o.record, r.kind, o.incarnation, o.device_seq, r.created_at_ms, o.line, o.state, "  \
    "o.hub_seq, "                                                                               \
    "o.attempts, o.error_code, o.error_message, o.other FROM outbox o JOIN record r ON r.id = " \
    "o.record "

OutboxEntry entryOf(SQLite::Statement& row)
{
    OutboxEntry entry;
    entry.record = {row.getColumn(0).getString()};
    entry.kind = row.getColumn(1).getString();
    entry.incarnation = row.getColumn(2).getString();
    entry.deviceSeq = row.getColumn(3).getInt64();
    entry.createdAtMs = row.getColumn(4).getInt64();
    entry.line = row.getColumn(5).getString();
    entry.state = stateOf(row.getColumn(6).getString());
    entry.hubSeq = row.getColumn(7).getInt64();
    entry.attempts = row.getColumn(8).getInt();
    entry.errorCode = row.getColumn(9).getString();
    entry.errorMessage = row.getColumn(10).getString();
    entry.other = {row.getColumn(11).getString()};
    return entry;
}

std::vector<OutboxEntry> entriesOf(SQLite::Statement& query)
{
    std::vector<OutboxEntry> entries;
    while (query.executeStep()) entries.push_back(entryOf(query));
    return entries;
}
}  // namespace

void Outbox::append(const domain::Record& record)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO outbox (record, incarnation, device_seq, line, state) VALUES (?1, ?2, ?3, ?4, 'waiting'))sql",
                record.id, record.incarnation, record.deviceSeq, domain::canonical(record));
}

std::vector<OutboxEntry> Outbox::unsettled(std::size_t limit) const
{
    SQLite::Statement query(m_db, outboxSelect
                            "WHERE o.state IN ('waiting', 'sent') "
                            "ORDER BY o.incarnation = (SELECT incarnation FROM identity), "
                            "o.incarnation, o.device_seq LIMIT ?1");
    sqlite::bind(query, limit);
    return entriesOf(query);
}

std::vector<OutboxEntry> Outbox::fromDeviceSeq(std::int64_t deviceSeq, std::size_t limit) const
{
    SQLite::Statement query(
        m_db, outboxSelect
        "WHERE o.incarnation = (SELECT incarnation FROM identity) AND o.device_seq >= ?1 "
        "ORDER BY o.device_seq LIMIT ?2");
    sqlite::bind(query, deviceSeq, limit);
    return entriesOf(query);
}

std::vector<OutboxEntry> Outbox::list(std::int64_t sinceMs) const
{
    SQLite::Statement query(
        m_db, outboxSelect
        "WHERE o.state NOT IN ('applied', 'duplicate') OR o.settled_at_ms >= ?1 "
        "ORDER BY r.created_at_ms DESC, o.device_seq DESC");
    sqlite::bind(query, sinceMs);
    return entriesOf(query);
}

std::optional<OutboxEntry> Outbox::find(const domain::RecordId& record) const
{
    SQLite::Statement query(m_db, outboxSelect "WHERE o.record = ?1");
    sqlite::bind(query, record);
    if (!query.executeStep()) return {};
    return entryOf(query);
}

std::size_t Outbox::unsettledCount() const
{
    return static_cast<std::size_t>(
        m_db.execAndGet("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sent')")
            .getInt64());
}

std::size_t Outbox::refusedCount() const
{
    return static_cast<std::size_t>(
        m_db.execAndGet("SELECT count(*) FROM outbox WHERE state IN ('conflict', 'quarantined')")
            .getInt64());
}

void Outbox::markSent(const std::vector<domain::RecordId>& records, std::int64_t nowMs)
{
    SQLite::Statement update(m_db, R"sql(
        UPDATE outbox SET state = 'sent', attempts = attempts + 1, tried_at_ms = ?2
        WHERE record = ?1 AND state IN ('waiting', 'sent'))sql");
    for (const domain::RecordId& record : records) {
        sqlite::bind(update, record, nowMs);
        update.exec();
        update.reset();
    }
}

void Outbox::settle(const Settlement& settlement, std::int64_t nowMs)
{
    const int changed =
        sqlite::run(m_db, R"sql(
        UPDATE outbox SET state = ?2, hub_seq = ?3, error_code = ?4, error_message = ?5, other = ?6,
            settled_at_ms = ?7
        WHERE record = ?1)sql",
                    settlement.record, wordOf(settlement.state), settlement.hubSeq,
                    settlement.errorCode, settlement.errorMessage, settlement.other, nowMs);
    if (changed == 0) return;
    const bool refused =
        settlement.state == OutboxState::conflict || settlement.state == OutboxState::quarantined;
    const std::optional<std::int64_t> seq =
        settlement.hubSeq > 0 ? std::optional(settlement.hubSeq) : std::nullopt;
    sqlite::run(m_db,
                "UPDATE record SET hub_seq = coalesce(?2, hub_seq), refused = ?3 WHERE id = ?1",
                settlement.record, seq, refused);
    Records(m_db).foldAgain(settlement.record);
}

void Outbox::settleAccepted()
{
    m_db.exec(R"sql(
        UPDATE outbox SET state = 'applied', error_code = '', error_message = '', other = '',
            hub_seq = (SELECT hub_seq FROM record r WHERE r.id = outbox.record)
        WHERE state IN ('conflict', 'quarantined')
            AND EXISTS (SELECT 1 FROM record r
                        WHERE r.id = outbox.record AND r.refused = 0 AND r.hub_seq IS NOT NULL))sql");
}

std::vector<domain::RecordId> Outbox::unsettledRecords() const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT record FROM outbox WHERE state IN ('waiting', 'sent')
        ORDER BY incarnation = (SELECT incarnation FROM identity), incarnation, device_seq)sql");
    std::vector<domain::RecordId> records;
    while (query.executeStep()) records.push_back({query.getColumn(0).getString()});
    return records;
}

void Outbox::renumber(const domain::RecordId& id, const std::string& incarnation,
                      std::int64_t deviceSeq)
{
    auto record = Records(m_db).find(id);
    if (!record) return;
    record->incarnation = incarnation;
    record->deviceSeq = deviceSeq;
    sqlite::run(m_db, "UPDATE record SET incarnation = ?2, device_seq = ?3 WHERE id = ?1", id,
                incarnation, deviceSeq);
    sqlite::run(m_db, R"sql(
        UPDATE outbox SET incarnation = ?2, device_seq = ?3, line = ?4, state = 'waiting' WHERE record = ?1)sql",
                id, incarnation, deviceSeq, domain::canonical(*record));
}

int Outbox::offerAllAgain()
{
    m_db.exec("UPDATE record SET hub_seq = NULL WHERE hub_seq IS NOT NULL");
    return m_db.exec(R"sql(
        UPDATE outbox SET state = 'waiting', hub_seq = 0, settled_at_ms = NULL, error_code = '',
            error_message = '', other = ''
        WHERE state NOT IN ('waiting', 'sent'))sql");
}

}  // namespace store
