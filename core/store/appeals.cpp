#include "core/store/appeals.h"

#include "core/domain/codec.h"
#include "core/sqlite/bind.h"

namespace store {

namespace {
#define appealSelect                                                                        \
    "SELECT r.id, r.body, r.created_at_ms, r.hub_seq IS NOT NULL, d.body, d.created_at_ms " \
    "FROM appeal a JOIN record r ON r.id = a.record AND r.refused = 0 "                     \
    "LEFT JOIN record d ON d.id = (SELECT w.record FROM review w JOIN record x ON x.id = "  \
    "w.record "                                                                             \
    "AND x.refused = 0 WHERE w.appeal = a.record ORDER BY x.hub_seq IS NULL, x.hub_seq LIMIT 1) "

std::vector<AppealRow> rowsOf(SQLite::Statement& query)
{
    std::vector<AppealRow> rows;
    while (query.executeStep()) {
        AppealRow row;
        row.record = {query.getColumn(0).getString()};
        row.appeal = domain::appealFromJson(query.getColumn(1).getString()).value();
        row.createdAtMs = query.getColumn(2).getInt64();
        row.onHub = query.getColumn(3).getInt() != 0;
        if (!query.getColumn(4).isNull()) {
            row.answer = domain::reviewFromJson(query.getColumn(4).getString()).value();
            row.answeredAtMs = query.getColumn(5).getInt64();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}
}  // namespace

std::vector<AppealRow> Appeals::list() const
{
    SQLite::Statement query(m_db, appealSelect "ORDER BY r.created_at_ms DESC");
    return rowsOf(query);
}

std::vector<AppealRow> Appeals::of(const domain::InspectionId& inspection) const
{
    SQLite::Statement query(m_db,
                            appealSelect "WHERE a.inspection = ?1 ORDER BY r.created_at_ms DESC");
    sqlite::bind(query, inspection);
    return rowsOf(query);
}

std::optional<AppealRow> Appeals::find(const domain::RecordId& record) const
{
    SQLite::Statement query(m_db, appealSelect "WHERE a.record = ?1");
    sqlite::bind(query, record);
    auto rows = rowsOf(query);
    if (rows.empty()) return {};
    return std::move(rows.front());
}

}  // namespace store
