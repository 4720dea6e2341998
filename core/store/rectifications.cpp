#include "core/store/rectifications.h"

#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"

namespace store {

namespace {
#define taskSelect                                                                             \
    "SELECT finding, inspection, state, issued_at_ms, reported_at_ms, last_step, notice FROM " \
    "rectification "

RectificationTask taskOf(SQLite::Statement& row)
{
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    RectificationTask task;
    task.finding = {text(0)};
    task.inspection = {text(1)};
    task.state = domain::fromWord<domain::RectificationState>(text(2)).value_or(
        domain::RectificationState::waiting);
    task.issuedAtMs = row.getColumn(3).getInt64();
    task.reportedAtMs = row.getColumn(4).getInt64();
    task.lastStep = {text(5)};
    if (const auto step = domain::rectificationStepFromJson(text(6)); step && step->notice)
        task.notice = *step->notice;
    return task;
}

std::vector<RectificationTask> tasksOf(SQLite::Statement& query)
{
    std::vector<RectificationTask> tasks;
    while (query.executeStep()) tasks.push_back(taskOf(query));
    return tasks;
}
}  // namespace

std::vector<RectificationTask> Rectifications::list(const domain::CampaignId& campaign) const
{
    SQLite::Statement query(
        m_db, taskSelect "WHERE ?1 = '' OR campaign = ?1 ORDER BY due_at_ms, village, finding");
    sqlite::bind(query, campaign);
    return tasksOf(query);
}

std::optional<RectificationTask> Rectifications::find(const domain::FindingId& finding) const
{
    SQLite::Statement query(m_db, taskSelect "WHERE finding = ?1");
    sqlite::bind(query, finding);
    if (!query.executeStep()) return {};
    return taskOf(query);
}

std::vector<RectificationTask> Rectifications::openOf(const domain::RegionCode& subject,
                                                      const std::string& kind) const
{
    SQLite::Statement query(m_db, taskSelect R"sql(
        WHERE village = substr(?1, 1, 12) AND kind = ?2
            AND state IN ('issued', 'working', 'reported', 'returned')
        ORDER BY due_at_ms, finding)sql");
    sqlite::bind(query, subject, kind);
    std::vector<RectificationTask> tasks = tasksOf(query);
    std::erase_if(tasks, [&](const auto& task) { return task.notice.subject != subject; });
    return tasks;
}

std::vector<RectificationStepRow> Rectifications::steps(const domain::FindingId& finding) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT r.id, r.body, r.created_at_ms, r.hub_seq IS NOT NULL, r.refused
        FROM rectification_step s JOIN record r ON r.id = s.record WHERE s.finding = ?1
        ORDER BY r.hub_seq IS NULL, r.hub_seq, r.created_at_ms, r.device_seq)sql");
    sqlite::bind(query, finding);
    std::vector<RectificationStepRow> rows;
    while (query.executeStep())
        rows.push_back({{query.getColumn(0).getString()},
                        domain::rectificationStepFromJson(query.getColumn(1).getString()).value(),
                        query.getColumn(2).getInt64(),
                        query.getColumn(3).getInt() != 0,
                        query.getColumn(4).getInt() != 0});
    return rows;
}

std::vector<TownRectification> Rectifications::byTown(const domain::CampaignId& campaign,
                                                      std::int64_t nowMs) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT substr(village, 1, 9) || '000',
            sum(state NOT IN ('waiting', 'cancelled')),
            sum(state IN ('checked', 'closed')),
            sum(state IN ('checked', 'closed') AND reported_at_ms <= due_at_ms),
            sum(state IN ('issued', 'working', 'returned') AND due_at_ms < ?2),
            sum(state = 'waiting'), sum(state = 'reported')
        FROM rectification WHERE ?1 = '' OR campaign = ?1 GROUP BY 1 ORDER BY 1)sql");
    sqlite::bind(query, campaign, nowMs);
    std::vector<TownRectification> towns;
    while (query.executeStep()) {
        const auto count = [&](int column) { return query.getColumn(column).getInt(); };
        towns.push_back({{query.getColumn(0).getString()},
                         {count(1), count(2), count(3), count(4), count(5), count(6)}});
    }
    return towns;
}

std::vector<domain::PhotoEntry> Rectifications::draftPhotos(const domain::FindingId& finding) const
{
    SQLite::Statement query(
        m_db, "SELECT entry FROM rectification_draft_photo WHERE finding = ?1 ORDER BY id");
    sqlite::bind(query, finding);
    std::vector<domain::PhotoEntry> photos;
    while (query.executeStep())
        photos.push_back(domain::photoEntryFromJson(query.getColumn(0).getString()).value());
    return photos;
}

void Rectifications::addDraftPhoto(const domain::FindingId& finding,
                                   const domain::PhotoEntry& entry)
{
    sqlite::run(m_db, "INSERT OR IGNORE INTO rectification_draft_photo VALUES (?1, ?2, ?3)",
                entry.id, finding, domain::canonicalJson(entry));
}

std::optional<domain::FindingId> Rectifications::draftOfPhoto(const domain::PhotoId& photo) const
{
    SQLite::Statement query(m_db, "SELECT finding FROM rectification_draft_photo WHERE id = ?1");
    sqlite::bind(query, photo);
    if (!query.executeStep()) return {};
    return domain::FindingId{query.getColumn(0).getString()};
}

void Rectifications::removeDraftPhoto(const domain::PhotoId& photo)
{
    sqlite::run(m_db, "DELETE FROM rectification_draft_photo WHERE id = ?1", photo);
}

void Rectifications::clearDraft(const domain::FindingId& finding)
{
    sqlite::run(m_db, "DELETE FROM rectification_draft_photo WHERE finding = ?1", finding);
}

}  // namespace store
