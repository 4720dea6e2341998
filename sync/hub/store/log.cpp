#include "sync/hub/store/log.h"

namespace hub {

std::int64_t append(Connection& connection, const Entry& entry)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO ev (record, kind, village, town, owner, device, incarnation, device_seq,
                        received_ms, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
    insert->bindNoCopy(1, entry.record.id.value);
    insert->bindNoCopy(2, entry.record.kind);
    insert->bindNoCopy(3, entry.concerns.village);
    insert->bindNoCopy(4, entry.concerns.town);
    insert->bindNoCopy(5, entry.concerns.owner);
    insert->bindNoCopy(6, entry.record.device.value);
    insert->bindNoCopy(7, entry.record.incarnation);
    insert->bind(8, entry.record.deviceSeq);
    insert->bind(9, entry.receivedMs);
    insert->bindNoCopy(10, entry.sha256);
    insert->exec();
    const std::int64_t seq = connection.db().getLastInsertRowid();
    const Prepared body = connection.prepare("INSERT INTO ev_body (seq, bytes) VALUES (?, ?)");
    body->bind(1, seq);
    body->bindNoCopy(2, entry.bytes);
    body->exec();
    return seq;
}

void setAside(Connection& connection, const Entry& entry, const Refusal& refusal,
              const domain::InspectionId& about)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO set_aside (record, outcome, code, message, place, other, author, device,
                               incarnation, device_seq, received_ms, bytes, inspection)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))");
    insert->bind(1, entry.record.id.value);
    insert->bind(2, refusal.outcome == protocol::Outcome::conflict ? "conflict" : "quarantined");
    insert->bind(3, refusal.error.code);
    insert->bind(4, refusal.error.message);
    insert->bind(5, refusal.error.where);
    insert->bind(6, refusal.other.value);
    insert->bind(7, entry.record.author.value);
    insert->bind(8, entry.record.device.value);
    insert->bind(9, entry.record.incarnation);
    insert->bind(10, entry.record.deviceSeq);
    insert->bind(11, entry.receivedMs);
    insert->bind(12, entry.bytes);
    insert->bind(13, about.value);
    insert->exec();
}

std::vector<Aside> asideTooEarly(Connection& connection, const domain::InspectionId& about)
{
    std::vector<Aside> all;
    if (about.empty()) return all;
    const Prepared query = connection.prepare(R"(
        SELECT record, device, code, bytes FROM set_aside
        WHERE inspection = ? AND code IN ('inspection.revision_gap', 'inspection.not_sent_back',
            'inspection.answers_other', 'review.inspection', 'review.not_newest', 'review.appeal',
            'rectification.inspection', 'rectification.not_approved', 'rectification.unknown',
            'rectification.moved', 'appeal.inspection', 'appeal.not_approved')
        ORDER BY rowid LIMIT 50)");
    query->bind(1, about.value);
    while (query->executeStep())
        all.push_back({{query->getColumn(0).getString()},
                       {query->getColumn(1).getString()},
                       query->getColumn(2).getString(),
                       query->getColumn(3).getString()});
    return all;
}

void takeFromAside(Connection& connection, const domain::RecordId& record)
{
    const Prepared remove = connection.prepare("DELETE FROM set_aside WHERE record = ?");
    remove->bind(1, record.value);
    remove->exec();
}

std::optional<protocol::PushResult> findOutcome(Connection& connection, const domain::RecordId& id)
{
    protocol::PushResult result;
    result.id = id;
    const Prepared logged = connection.prepare("SELECT seq FROM ev WHERE record = ?");
    logged->bind(1, id.value);
    if (logged->executeStep()) {
        result.outcome = protocol::Outcome::duplicate;
        result.seq = logged->getColumn(0).getInt64();
        return result;
    }
    const Prepared aside = connection.prepare(
        "SELECT outcome = 'conflict', code, message, other FROM set_aside WHERE record = ?");
    aside->bind(1, id.value);
    if (!aside->executeStep()) return std::nullopt;
    result.outcome = aside->getColumn(0).getInt() != 0 ? protocol::Outcome::conflict
                                                       : protocol::Outcome::quarantined;
    result.code = aside->getColumn(1).getString();
    result.message = aside->getColumn(2).getString();
    result.other.value = aside->getColumn(3).getString();
    return result;
}

std::int64_t lastDeviceSeq(Connection& connection, const domain::DeviceId& device,
                           const std::string& incarnation)
{
    const Prepared query =
        connection.prepare("SELECT last_seq FROM progress WHERE device = ? AND incarnation = ?");
    query->bind(1, device.value);
    query->bind(2, incarnation);
    return query->executeStep() ? query->getColumn(0).getInt64() : 0;
}

void setLastDeviceSeq(Connection& connection, const domain::DeviceId& device,
                      const std::string& incarnation, std::int64_t seq)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO progress (device, incarnation, last_seq) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET last_seq = excluded.last_seq)");
    upsert->bind(1, device.value);
    upsert->bind(2, incarnation);
    upsert->bind(3, seq);
    upsert->exec();
}

void readSetAside(Connection& connection, std::int64_t fromMs,
                  const std::function<void(const SetAside&)>& visit)
{
    const Prepared query = connection.prepare(R"(
        SELECT record, outcome, code, message, other, author, device, received_ms FROM set_aside
        WHERE received_ms >= ? ORDER BY received_ms, record)");
    query->bind(1, fromMs);
    while (query->executeStep())
        visit({query->getColumn(0).getString(), query->getColumn(1).getString(),
               query->getColumn(2).getString(), query->getColumn(3).getString(),
               query->getColumn(4).getString(), query->getColumn(5).getString(),
               query->getColumn(6).getString(), query->getColumn(7).getInt64()});
}

void readLog(Connection& connection, std::int64_t after,
             const std::function<bool(const Logged&)>& visit)
{
    const Prepared query = connection.prepare(R"(
        SELECT ev.seq, record, kind, village, town, owner, received_ms, sha256, bytes
        FROM ev JOIN ev_body ON ev_body.seq = ev.seq WHERE ev.seq > ? ORDER BY ev.seq)");
    query->bind(1, after);
    while (query->executeStep()) {
        Logged logged;
        logged.seq = query->getColumn(0).getInt64();
        logged.record = query->getColumn(1).getString();
        logged.kind = query->getColumn(2).getString();
        logged.concerns = {query->getColumn(3).getString(), query->getColumn(4).getString(),
                           query->getColumn(5).getString()};
        logged.receivedMs = query->getColumn(6).getInt64();
        logged.sha256 = query->getColumn(7).getString();
        logged.bytes = query->getColumn(8).getString();
        if (!visit(logged)) return;
    }
}

std::optional<std::string> recordBytes(Connection& connection, const domain::RecordId& id)
{
    const Prepared query = connection.prepare(
        "SELECT bytes FROM ev JOIN ev_body ON ev_body.seq = ev.seq WHERE record = ?");
    query->bind(1, id.value);
    return query->executeStep() ? std::optional(query->getColumn(0).getString()) : std::nullopt;
}

}  // namespace hub
