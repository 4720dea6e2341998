#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"
#include "core/store/rectifications.h"

// How steps become tasks. Steps count in the order of the hub's log, own ones not yet there last;
// what the hub refused, and what makes no sense after what came before, does not count.
namespace store {

namespace {
void putPhotos(SQLite::Database& db, const domain::Record& record,
               const domain::RectificationStep& step)
{
    int ordinal = 0;
    const auto put = [&](const domain::PhotoEntry& photo, bool isAfter) {
        sqlite::run(db, "INSERT OR IGNORE INTO rectification_photo VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    record.id, ordinal++, step.finding, isAfter, photo.sha256, photo.thumbSha256);
    };
    if (step.notice)
        for (const domain::PhotoEntry& photo : step.notice->before) put(photo, false);
    for (const domain::PhotoEntry& photo : step.photos) put(photo, true);
}

void putTask(SQLite::Database& db, const RectificationTask& task)
{
    domain::RectificationStep issue;
    issue.inspection = task.inspection;
    issue.finding = task.finding;
    issue.notice = task.notice;
    sqlite::run(db, R"sql(
        INSERT INTO rectification VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (finding) DO UPDATE SET inspection = excluded.inspection,
            campaign = excluded.campaign, village = excluded.village, kind = excluded.kind,
            item = excluded.item, severity = excluded.severity, state = excluded.state,
            due_at_ms = excluded.due_at_ms, issued_at_ms = excluded.issued_at_ms,
            reported_at_ms = excluded.reported_at_ms, last_step = excluded.last_step,
            notice = excluded.notice)sql",
                task.finding, task.inspection, task.notice.campaign, task.notice.village,
                task.notice.kind, task.notice.itemCode, domain::wordOf(task.notice.severity),
                domain::wordOf(task.state), task.notice.dueAtMs, task.issuedAtMs, task.reportedAtMs,
                task.lastStep, domain::canonicalJson(issue));
}
}  // namespace

void Rectifications::fold(const domain::Record& record)
{
    const auto step = domain::rectificationStepFromJson(record.body);
    if (!step) return;
    sqlite::run(m_db, "INSERT OR IGNORE INTO rectification_step VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                record.id, step->finding, step->inspection, domain::wordOf(step->action), step->by,
                record.createdAtMs);
    putPhotos(m_db, record, *step);
    refresh(step->finding);
}

void Rectifications::refresh(const domain::FindingId& finding)
{
    RectificationTask task;
    task.finding = finding;
    for (const RectificationStepRow& row : steps(finding)) {
        const auto next = row.refused ? std::nullopt : domain::after(task.state, row.step.action);
        if (!next || (row.step.action == domain::RectificationAction::issue && !row.step.notice))
            continue;
        task.state = *next;
        task.lastStep = row.record;
        if (row.step.action == domain::RectificationAction::issue) {
            task.inspection = row.step.inspection;
            task.issuedAtMs = row.createdAtMs;
            task.notice = *row.step.notice;
        }
        if (row.step.action == domain::RectificationAction::report)
            task.reportedAtMs = row.createdAtMs;
    }
    if (task.state != domain::RectificationState::waiting) return putTask(m_db, task);
    // Nothing of it counts any more: the next look through the inspection says whether it waits.
    sqlite::run(m_db, R"sql(
        DELETE FROM rectification_looked WHERE inspection IN
            (SELECT inspection FROM rectification WHERE finding = ?1 AND state <> 'waiting'))sql",
                finding);
    sqlite::run(m_db, "DELETE FROM rectification WHERE finding = ?1 AND state <> 'waiting'",
                finding);
}

std::vector<domain::FindingId> Rectifications::unfold(const domain::RecordId& record)
{
    SQLite::Statement query(m_db, "SELECT finding FROM rectification_step WHERE record = ?1");
    sqlite::bind(query, record);
    std::vector<domain::FindingId> findings;
    while (query.executeStep()) findings.push_back({query.getColumn(0).getString()});
    sqlite::run(m_db, "DELETE FROM rectification_photo WHERE step = ?1", record);
    sqlite::run(m_db, "DELETE FROM rectification_step WHERE record = ?1", record);
    for (const domain::FindingId& finding : findings) refresh(finding);
    return findings;
}

std::vector<domain::InspectionId> Rectifications::toLookThrough(std::size_t limit) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT i.id FROM inspection i LEFT JOIN rectification_looked l ON l.inspection = i.id
        WHERE i.state = 'approved' AND (l.inspection IS NULL OR l.decisions <>
            (SELECT count(*) FROM review w WHERE w.inspection = i.id)) LIMIT ?1)sql");
    sqlite::bind(query, limit);
    std::vector<domain::InspectionId> ids;
    while (query.executeStep()) ids.push_back({query.getColumn(0).getString()});
    return ids;
}

void Rectifications::putWaiting(const domain::InspectionId& inspection,
                                const std::vector<domain::RectificationNeed>& needs)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO rectification_looked
        VALUES (?1, (SELECT count(*) FROM review WHERE inspection = ?1))
        ON CONFLICT (inspection) DO UPDATE SET decisions = excluded.decisions)sql",
                inspection);
    sqlite::run(m_db, "DELETE FROM rectification WHERE inspection = ?1 AND state = 'waiting'",
                inspection);
    for (const domain::RectificationNeed& need : needs) {
        if (find(need.finding)) continue;
        RectificationTask task;
        task.finding = need.finding;
        task.inspection = inspection;
        task.notice = need.notice;
        putTask(m_db, task);
    }
}

}  // namespace store
