#include "core/store/draft_snapshots.h"

#include "core/sqlite/bind.h"

namespace store {

std::vector<UnsavedDraft> DraftSnapshots::unsaved() const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT d.inspection, d.changed_at_ms FROM draft d
        LEFT JOIN draft_snapshot s ON s.inspection = d.inspection
        WHERE s.changed_at_ms IS NOT d.changed_at_ms ORDER BY d.changed_at_ms DESC)sql");
    std::vector<UnsavedDraft> drafts;
    while (query.executeStep())
        drafts.push_back({{query.getColumn(0).getString()}, query.getColumn(1).getInt64()});
    return drafts;
}

void DraftSnapshots::putSaved(const domain::InspectionId& id, std::int64_t changedAtMs)
{
    // The draft may be gone by now: submitted while its snapshot was on its way.
    sqlite::run(m_db, R"sql(
        INSERT INTO draft_snapshot SELECT inspection, ?2 FROM draft WHERE inspection = ?1
        ON CONFLICT (inspection) DO UPDATE SET changed_at_ms = excluded.changed_at_ms)sql",
                id, changedAtMs);
}

void DraftSnapshots::putDropped(const domain::InspectionId& id)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO draft_dropped (inspection, told) VALUES (?1, 0)
        ON CONFLICT (inspection) DO UPDATE SET told = 0)sql",
                id);
}

bool DraftSnapshots::wasDropped(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, "SELECT 1 FROM draft_dropped WHERE inspection = ?1");
    sqlite::bind(query, id);
    return query.executeStep();
}

std::vector<domain::InspectionId> DraftSnapshots::dropped() const
{
    SQLite::Statement query(m_db, "SELECT inspection FROM draft_dropped WHERE told = 0");
    std::vector<domain::InspectionId> drafts;
    while (query.executeStep()) drafts.push_back({query.getColumn(0).getString()});
    return drafts;
}

void DraftSnapshots::putDropTold(const domain::InspectionId& id)
{
    sqlite::run(m_db, "UPDATE draft_dropped SET told = 1 WHERE inspection = ?1", id);
}

void DraftSnapshots::forgetDrop(const domain::InspectionId& id)
{
    sqlite::run(m_db, "DELETE FROM draft_dropped WHERE inspection = ?1", id);
}

void DraftSnapshots::tellAllAgain()
{
    m_db.exec("DELETE FROM draft_snapshot");
    m_db.exec("UPDATE draft_dropped SET told = 0");
}

}  // namespace store
