#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"

// How records become rows. Reviews count in the order of the hub's log, own ones not yet there
// last.
namespace store {

void Records::fold(const domain::Record& record, std::int64_t hubSeq,
                   const domain::Inspection* inspection)
{
    switch (domain::kindOf(record.kind)) {
        case domain::RecordKind::inspection:
            if (inspection != nullptr)
                foldInspection(record, *inspection);
            else if (const auto read = domain::inspectionFromJson(record.body))
                foldInspection(record, *read);
            break;
        case domain::RecordKind::review:
            foldReview(record);
            break;
        case domain::RecordKind::photoReceived:
            if (const auto received = domain::photoReceivedFromJson(record.body))
                m_statements.run(
                    "INSERT INTO photo_receipt VALUES (?1, ?2) "
                    "ON CONFLICT DO UPDATE SET hub_seq = excluded.hub_seq",
                    received->sha256, hubSeq);
            break;
        case domain::RecordKind::photoRejected:
            if (const auto lost = domain::photoReceivedFromJson(record.body)) {
                m_statements.run("DELETE FROM photo_receipt WHERE sha256 = ?1 AND hub_seq < ?2",
                                 lost->sha256, hubSeq);
                Media(m_db).putOwed(lost->sha256);
            }
            break;
        case domain::RecordKind::rectification:
            Rectifications(m_db).fold(record);
            break;
        case domain::RecordKind::appeal:
            foldAppeal(record);
            break;
        case domain::RecordKind::publication:
        case domain::RecordKind::redaction:
        case domain::RecordKind::scope:
        case domain::RecordKind::unknown:
            break;
    }
}

void Records::foldInspection(const domain::Record& record, const domain::Inspection& inspection)
{
    int findings = 0;
    for (const domain::Answer& answer : inspection.answers)
        findings += static_cast<int>(answer.findings.size());
    // Of two records for one revision the one in the hub's log holds; an own one may have come
    // first.
    m_statements.run(R"sql(
        DELETE FROM revision_photo WHERE inspection = ?1 AND revision = ?2 AND EXISTS
            (SELECT 1 FROM revision v JOIN record r ON r.id = v.record
             WHERE v.inspection = ?1 AND v.revision = ?2 AND v.record <> ?3 AND r.hub_seq IS NULL))sql",
                     inspection.id, inspection.revision, record.id);
    const int changed = m_statements.run(
        R"sql(
        INSERT INTO revision (inspection, revision, record, campaign, kind, version, village, subject,
            inspector, started_at_ms, submitted_at_ms, findings, photos, parent)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (inspection, revision) DO UPDATE SET record = excluded.record,
            submitted_at_ms = excluded.submitted_at_ms, findings = excluded.findings,
            photos = excluded.photos, parent = excluded.parent, score_hundredths = NULL
        WHERE record <> excluded.record
            AND (SELECT hub_seq FROM record WHERE id = revision.record) IS NULL)sql",
        inspection.id, inspection.revision, record.id, inspection.campaign,
        inspection.checklist.kind, inspection.checklist.version, inspection.village,
        inspection.subject, inspection.inspector, inspection.startedAtMs, inspection.submittedAtMs,
        findings, static_cast<int>(inspection.photos.size()), inspection.parent);
    if (changed == 0) return;
    int ordinal = 0;
    for (const domain::PhotoEntry& photo : inspection.photos)
        m_statements.run("INSERT INTO revision_photo VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                         inspection.id, inspection.revision, ordinal++, photo.id, photo.sha256,
                         photo.thumbSha256, photo.bytes, photo.itemCode);
    refreshHead(inspection.id);
}

void Records::foldReview(const domain::Record& record)
{
    const auto review = domain::reviewFromJson(record.body);
    if (!review) return;
    m_statements.run("INSERT OR IGNORE INTO review VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     record.id, review->inspection, review->revision,
                     domain::wordOf(review->decision), review->comment, review->reviewer,
                     record.createdAtMs, review->appeal);
    refreshHead(review->inspection);
}

void Records::foldAppeal(const domain::Record& record)
{
    const auto appeal = domain::appealFromJson(record.body);
    if (!appeal) return;
    m_statements.run("INSERT OR IGNORE INTO appeal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", record.id,
                     appeal->inspection, appeal->itemCode, appeal->finding, appeal->reason,
                     appeal->by, record.createdAtMs);
}

void Records::refreshHead(const domain::InspectionId& id)
{
    SQLite::Statement& reviews = m_statements.at(R"sql(
        SELECT w.decision, w.appeal <> '' FROM review w JOIN record r ON r.id = w.record AND r.refused = 0
        WHERE w.inspection = ?1
            AND w.revision = (SELECT max(revision) FROM revision WHERE inspection = ?1)
        ORDER BY r.hub_seq IS NULL, r.hub_seq, r.created_at_ms)sql",
                                                 id);
    std::string state = "submitted";
    bool adjusted = false;
    while (reviews.executeStep()) {
        const std::string decision = reviews.getColumn(0).getString();
        const bool answersAppeal = reviews.getColumn(1).getInt() != 0;
        if (answersAppeal ? state != "approved" : state != "submitted") continue;
        if (decision == "adjust")
            adjusted = true;
        else if (!answersAppeal && decision != "confirmVeto")
            state = decision == "approve" ? "approved" : decision == "void" ? "voided" : "sentBack";
    }
    m_statements.run(R"sql(
        INSERT INTO inspection
        SELECT inspection, revision, ?2, ?3, campaign, kind, village, subject, inspector, submitted_at_ms, parent
        FROM revision WHERE inspection = ?1 ORDER BY revision DESC LIMIT 1
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, state = excluded.state,
            adjusted = excluded.adjusted, submitted_at_ms = excluded.submitted_at_ms,
            parent = excluded.parent)sql",
                     id, state, adjusted);
}

void Records::expectAgain()
{
    m_db.exec("UPDATE record SET hub_seq = NULL WHERE id NOT IN (SELECT record FROM outbox)");
}

int Records::dropUnconfirmed()
{
    SQLite::Statement query(m_db, R"sql(
        SELECT id FROM record WHERE hub_seq IS NULL AND id NOT IN (SELECT record FROM outbox))sql");
    std::vector<domain::RecordId> gone;
    while (query.executeStep()) gone.push_back({query.getColumn(0).getString()});
    for (const domain::RecordId& record : gone) {
        unfold(record);
        m_statements.run("DELETE FROM record WHERE id = ?1", record);
    }
    return static_cast<int>(gone.size());
}

void Records::unfold(const domain::RecordId& record)
{
    SQLite::Statement touched(m_db, R"sql(
        SELECT inspection FROM revision WHERE record = ?1
        UNION SELECT inspection FROM review WHERE record = ?1)sql");
    sqlite::bind(touched, record);
    std::vector<domain::InspectionId> inspections;
    while (touched.executeStep()) inspections.push_back({touched.getColumn(0).getString()});
    for (const domain::InspectionId& id : inspections)
        m_statements.run("DELETE FROM inspection WHERE id = ?1", id);
    m_statements.run(R"sql(
        DELETE FROM revision_photo WHERE (inspection, revision) IN
            (SELECT inspection, revision FROM revision WHERE record = ?1))sql",
                     record);
    m_statements.run("DELETE FROM revision WHERE record = ?1", record);
    m_statements.run("DELETE FROM review WHERE record = ?1", record);
    m_statements.run("DELETE FROM appeal WHERE record = ?1", record);
    Rectifications(m_db).unfold(record);
    for (const domain::InspectionId& id : inspections) refreshHead(id);
}

}  // namespace store
