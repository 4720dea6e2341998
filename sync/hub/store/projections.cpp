#include "sync/hub/store/projections.h"

#include "core/domain/word_text.h"

namespace hub {

namespace {
const char* stateText(domain::Decision decision)
{
    switch (decision) {
        case domain::Decision::approve:
            return "approved";
        case domain::Decision::sendBack:
            return "sentBack";
        case domain::Decision::voidIt:
            return "voided";
        case domain::Decision::adjust:
        case domain::Decision::confirmVeto:
            return "submitted";
    }
    return "";
}

domain::InspectionState stateOf(const std::string& text)
{
    if (text == "approved") return domain::InspectionState::approved;
    if (text == "sentBack") return domain::InspectionState::sentBack;
    if (text == "voided") return domain::InspectionState::voided;
    return domain::InspectionState::submitted;
}

InspectionRow rowOf(SQLite::Statement& row)
{
    InspectionRow inspection;
    inspection.id.value = row.getColumn(0).getString();
    inspection.campaign.value = row.getColumn(1).getString();
    inspection.kind = row.getColumn(2).getString();
    inspection.version = row.getColumn(3).getInt();
    inspection.concerns = {row.getColumn(4).getString(), row.getColumn(5).getString(),
                           row.getColumn(7).getString()};
    inspection.subject.value = row.getColumn(6).getString();
    inspection.revision = row.getColumn(8).getInt();
    inspection.state = stateOf(row.getColumn(9).getString());
    inspection.record.value = row.getColumn(10).getString();
    inspection.decidedBy.value = row.getColumn(11).getString();
    inspection.submittedMs = row.getColumn(12).getInt64();
    inspection.parent.value = row.getColumn(13).getString();
    return inspection;
}
}  // namespace

std::optional<InspectionRow> findInspection(Connection& connection, const domain::InspectionId& id)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, campaign, kind, version, village, town, subject, inspector, revision, state,
               record, decided_by, submitted_ms, parent
        FROM inspection WHERE id = ?)");
    query->bind(1, id.value);
    return query->executeStep() ? std::optional(rowOf(*query)) : std::nullopt;
}

std::vector<InspectionRow> approvedInspections(Connection& connection,
                                               const domain::CampaignId& campaign)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, campaign, kind, version, village, town, subject, inspector, revision, state,
               record, decided_by, submitted_ms, parent
        FROM inspection WHERE campaign = ? AND state = 'approved' ORDER BY village, id)");
    query->bind(1, campaign.value);
    std::vector<InspectionRow> rows;
    while (query->executeStep()) rows.push_back(rowOf(*query));
    return rows;
}

std::vector<InspectionRow> approvedOf(Connection& connection, const std::string& village)
{
    // Campaign by campaign, because that is what the index goes by.
    const Prepared query = connection.prepare(R"(
        SELECT id, campaign, kind, version, village, town, subject, inspector, revision, state,
               record, decided_by, submitted_ms, parent
        FROM inspection WHERE campaign IN (SELECT id FROM campaign) AND village = ?
            AND state = 'approved' ORDER BY id)");
    query->bind(1, village);
    std::vector<InspectionRow> rows;
    while (query->executeStep()) rows.push_back(rowOf(*query));
    return rows;
}

std::optional<InspectionRow> lastInspection(Connection& connection, const InspectionRow& than)
{
    // Campaign by campaign, because that is what the index goes by.
    const Prepared query = connection.prepare(R"(
        SELECT id, campaign, kind, version, village, town, subject, inspector, revision, state,
               record, decided_by, submitted_ms, parent
        FROM inspection WHERE campaign IN (SELECT id FROM campaign) AND village = ?1
            AND subject = ?2 AND kind = ?3 AND id <> ?4 AND state <> 'voided' AND submitted_ms <= ?5
        ORDER BY state = 'approved' DESC, submitted_ms DESC LIMIT 1)");
    query->bind(1, than.concerns.village);
    query->bind(2, than.subject.value);
    query->bind(3, than.kind);
    query->bind(4, than.id.value);
    query->bind(5, than.submittedMs);
    return query->executeStep() ? std::optional(rowOf(*query)) : std::nullopt;
}

domain::RecordId revisionRecord(Connection& connection, const domain::InspectionId& id,
                                int revision)
{
    const Prepared query =
        connection.prepare("SELECT record FROM revision WHERE inspection = ? AND revision = ?");
    query->bind(1, id.value);
    query->bind(2, revision);
    return {query->executeStep() ? query->getColumn(0).getString() : std::string()};
}

std::vector<domain::RecordId> reviewRecords(Connection& connection, const domain::InspectionId& id,
                                            int revision)
{
    const Prepared query = connection.prepare(
        "SELECT record FROM review WHERE inspection = ? AND revision = ? ORDER BY seq");
    query->bind(1, id.value);
    query->bind(2, revision);
    std::vector<domain::RecordId> records;
    while (query->executeStep()) records.push_back({query->getColumn(0).getString()});
    return records;
}

int photosMissing(Connection& connection, const InspectionRow& inspection)
{
    const Prepared query = connection.prepare(R"(
        SELECT count(*) FROM photo
        WHERE inspection = ? AND last_revision = ? AND arrived_seq = 0)");
    query->bind(1, inspection.id.value);
    query->bind(2, inspection.revision);
    query->executeStep();
    return query->getColumn(0).getInt();
}

namespace {
void foldPhotos(Connection& connection, const Concerns& concerns,
                const domain::Inspection& inspection)
{
    for (const domain::PhotoEntry& photo : inspection.photos) {
        const Prepared upsert = connection.prepare(R"(
            INSERT INTO photo (inspection, sha256, thumb, original, village, town, owner,
                               last_revision, bytes, thumb_bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET last_revision = excluded.last_revision)");
        upsert->bindNoCopy(1, inspection.id.value);
        upsert->bindNoCopy(2, photo.sha256.value);
        upsert->bindNoCopy(3, photo.thumbSha256.value);
        upsert->bindNoCopy(4, photo.originalSha256.value);
        upsert->bindNoCopy(5, concerns.village);
        upsert->bindNoCopy(6, concerns.town);
        upsert->bindNoCopy(7, concerns.owner);
        upsert->bind(8, inspection.revision);
        upsert->bind(9, photo.bytes);
        upsert->bind(10, photo.thumbBytes);
        upsert->exec();
    }
}
}  // namespace

void foldInspection(Connection& connection, const domain::RecordId& record,
                    const Concerns& concerns, const domain::Inspection& inspection)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO inspection (id, campaign, kind, version, village, town, subject, inspector,
                                revision, state, record, decided_by, submitted_ms, parent)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?, '', ?, ?)
        ON CONFLICT DO UPDATE SET
            version = excluded.version, revision = excluded.revision, state = 'submitted',
            record = excluded.record, decided_by = '', submitted_ms = excluded.submitted_ms)");
    upsert->bindNoCopy(1, inspection.id.value);
    upsert->bindNoCopy(2, inspection.campaign.value);
    upsert->bindNoCopy(3, inspection.checklist.kind);
    upsert->bind(4, inspection.checklist.version);
    upsert->bindNoCopy(5, concerns.village);
    upsert->bindNoCopy(6, concerns.town);
    upsert->bindNoCopy(7, inspection.subject.value);
    upsert->bindNoCopy(8, concerns.owner);
    upsert->bind(9, inspection.revision);
    upsert->bindNoCopy(10, record.value);
    upsert->bind(11, inspection.submittedAtMs);
    upsert->bindNoCopy(12, inspection.parent.value);
    upsert->exec();
    const Prepared revision =
        connection.prepare("INSERT INTO revision (inspection, revision, record) VALUES (?, ?, ?)");
    revision->bindNoCopy(1, inspection.id.value);
    revision->bind(2, inspection.revision);
    revision->bindNoCopy(3, record.value);
    revision->exec();
    foldPhotos(connection, concerns, inspection);
}

void foldReview(Connection& connection, const domain::RecordId& record, std::int64_t seq,
                const domain::Review& review)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO review (record, inspection, revision, decision, reviewer, seq, appeal)
        VALUES (?, ?, ?, ?, ?, ?, ?))");
    insert->bind(1, record.value);
    insert->bind(2, review.inspection.value);
    insert->bind(3, review.revision);
    insert->bind(4, domain::wordOf(review.decision));
    insert->bind(5, review.reviewer.value);
    insert->bind(6, seq);
    insert->bind(7, review.appeal.value);
    insert->exec();
    if (!review.appeal.empty()) {
        const Prepared answer =
            connection.prepare("UPDATE appeal SET answered_by = ? WHERE record = ?");
        answer->bind(1, record.value);
        answer->bind(2, review.appeal.value);
        answer->exec();
        return;
    }
    const Prepared update = connection.prepare(
        "UPDATE inspection SET state = ?, decided_by = ? WHERE id = ? AND revision = ?");
    update->bind(1, stateText(review.decision));
    update->bind(2, record.value);
    update->bind(3, review.inspection.value);
    update->bind(4, review.revision);
    update->exec();
}

void foldPhotoReceived(Connection& connection, std::int64_t seq, const Concerns& concerns,
                       const domain::Sha256& sha256)
{
    const Prepared update = connection.prepare(R"(
        UPDATE photo SET arrived_seq = ?
        WHERE sha256 = ? AND village = ? AND owner = ? AND arrived_seq = 0)");
    update->bind(1, seq);
    update->bind(2, sha256.value);
    update->bind(3, concerns.village);
    update->bind(4, concerns.owner);
    update->exec();
}

void foldPhotoRejected(Connection& connection, const Concerns& concerns,
                       const domain::Sha256& sha256)
{
    const Prepared update = connection.prepare(R"(
        UPDATE photo SET arrived_seq = 0 WHERE sha256 = ? AND village = ? AND owner = ?)");
    update->bind(1, sha256.value);
    update->bind(2, concerns.village);
    update->bind(3, concerns.owner);
    update->exec();
}

}  // namespace hub
