#include "core/store/records.h"

#include "core/domain/codec.h"
#include "core/sqlite/bind.h"
#include "core/store/head_row.h"

namespace store {

namespace {
std::optional<base::Points> optionalPoints(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(base::Points{column.getInt64()});
}
}  // namespace

void Records::insert(const domain::Record& record, std::optional<std::int64_t> hubSeq,
                     std::optional<std::int64_t> receivedAtMs)
{
    m_statements.run(R"sql(
        INSERT INTO record (id, kind, author, device, incarnation, device_seq, created_at_ms, hub_seq,
            received_at_ms, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (id) DO UPDATE SET hub_seq = excluded.hub_seq, refused = 0,
            received_at_ms = excluded.received_at_ms)sql",
                     record.id, record.kind, record.author, record.device, record.incarnation,
                     record.deviceSeq, record.createdAtMs, hubSeq, receivedAtMs, record.body);
}

void Records::addOwn(const domain::Record& record)
{
    insert(record, {}, {});
    fold(record, 0);
}

void Records::apply(std::int64_t hubSeq, std::int64_t receivedAtMs, const domain::Record& record,
                    const domain::Inspection* inspection)
{
    insert(record, hubSeq, receivedAtMs);
    fold(record, hubSeq, inspection);
}

void Records::foldAgain(const domain::RecordId& id)
{
    if (const auto record = find(id)) fold(*record, 0);
}

std::optional<domain::Record> Records::find(const domain::RecordId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT kind, author, device, incarnation, device_seq, created_at_ms, body FROM record WHERE id = ?1)sql");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return domain::Record{id,
                          query.getColumn(0).getString(),
                          {query.getColumn(1).getString()},
                          {query.getColumn(2).getString()},
                          query.getColumn(3).getString(),
                          query.getColumn(4).getInt64(),
                          query.getColumn(5).getInt64(),
                          query.getColumn(6).getString()};
}

domain::InspectionId Records::subjectOf(const domain::RecordId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT json_extract(body, CASE kind WHEN 'inspection' THEN '$.id' WHEN 'rectification' THEN '$.finding'
                                            ELSE '$.inspection' END)
        FROM record WHERE id = ?1 AND json_valid(body))sql");
    sqlite::bind(query, id);
    if (!query.executeStep() || !query.getColumn(0).isText()) return {};
    return {query.getColumn(0).getString()};
}

std::optional<InspectionHead> Records::head(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, inspectionSelect "WHERE i.id = ?1");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return inspectionHeadOf(query);
}

std::optional<InspectionHistory> Records::history(const domain::InspectionId& id) const
{
    const auto newestHead = head(id);
    if (!newestHead) return {};
    InspectionHistory history;
    history.head = *newestHead;
    SQLite::Statement revisions(m_db, R"sql(
        SELECT r.id, r.body, r.hub_seq, r.received_at_ms, v.score_hundredths
        FROM revision v JOIN record r ON r.id = v.record WHERE v.inspection = ?1 ORDER BY v.revision)sql");
    sqlite::bind(revisions, id);
    while (revisions.executeStep())
        history.revisions.push_back(
            {{revisions.getColumn(0).getString()},
             domain::inspectionFromJson(revisions.getColumn(1).getString()).value(),
             sqlite::optionalInt64(revisions.getColumn(2)),
             sqlite::optionalInt64(revisions.getColumn(3)),
             optionalPoints(revisions.getColumn(4))});
    SQLite::Statement reviews(m_db, R"sql(
        SELECT r.id, r.body, r.created_at_ms, r.hub_seq, r.refused
        FROM review w JOIN record r ON r.id = w.record WHERE w.inspection = ?1
        ORDER BY w.revision, r.hub_seq IS NULL, r.hub_seq, r.created_at_ms)sql");
    sqlite::bind(reviews, id);
    while (reviews.executeStep())
        history.reviews.push_back({{reviews.getColumn(0).getString()},
                                   domain::reviewFromJson(reviews.getColumn(1).getString()).value(),
                                   reviews.getColumn(2).getInt64(),
                                   sqlite::optionalInt64(reviews.getColumn(3)),
                                   reviews.getColumn(4).getInt() != 0});
    return history;
}

std::optional<domain::Inspection> Records::newest(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT r.body FROM revision v JOIN record r ON r.id = v.record WHERE v.inspection = ?1
        ORDER BY v.revision DESC LIMIT 1)sql");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return domain::inspectionFromJson(query.getColumn(0).getString()).value();
}

std::optional<domain::Inspection> Records::lastOf(const domain::RegionCode& subject,
                                                  const std::string& kind,
                                                  const domain::InspectionId& than) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT id FROM inspection
        WHERE subject = ?1 AND kind = ?2 AND id <> ?3 AND state <> 'voided'
            AND submitted_at_ms <= coalesce((SELECT submitted_at_ms FROM inspection WHERE id = ?3), 1 << 62)
        ORDER BY state = 'approved' DESC, submitted_at_ms DESC LIMIT 1)sql");
    sqlite::bind(query, subject, kind, than);
    if (!query.executeStep()) return {};
    return newest({query.getColumn(0).getString()});
}

std::optional<domain::Inspection> Records::before(const domain::Inspection& inspection) const
{
    if (!inspection.parent.empty()) return newest(inspection.parent);
    return lastOf(inspection.subject, inspection.checklist.kind, inspection.id);
}

bool Records::isOnHub(const domain::Sha256& photo) const
{
    SQLite::Statement query(m_db, "SELECT 1 FROM photo_receipt WHERE sha256 = ?1");
    sqlite::bind(query, photo);
    return query.executeStep();
}

std::vector<domain::InspectionId> Records::unscored(std::size_t limit) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT i.id FROM inspection i JOIN revision v ON v.inspection = i.id AND v.revision = i.revision
        WHERE v.score_hundredths IS NULL LIMIT ?1)sql");
    sqlite::bind(query, limit);
    std::vector<domain::InspectionId> ids;
    while (query.executeStep()) ids.push_back({query.getColumn(0).getString()});
    return ids;
}

void Records::putScore(const domain::InspectionId& id, int revision, base::Points score)
{
    sqlite::run(m_db,
                "UPDATE revision SET score_hundredths = ?3 WHERE inspection = ?1 AND revision = ?2",
                id, revision, score.hundredths);
}

}  // namespace store
