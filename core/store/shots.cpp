#include "core/store/shots.h"

#include "core/domain/codec.h"
#include "core/sqlite/bind.h"

namespace store {

namespace {
#define shotSelect \
    "SELECT target, entry, file, ours, long_side_px, quality, direction_deg FROM shot "

Shot shotOf(SQLite::Statement& row)
{
    Shot shot;
    shot.target = row.getColumn(0).getString();
    shot.entry = domain::photoEntryFromJson(row.getColumn(1).getString()).value();
    shot.file = row.getColumn(2).getString();
    shot.ours = row.getColumn(3).getInt() != 0;
    shot.longSidePx = row.getColumn(4).getInt();
    shot.quality = row.getColumn(5).getInt();
    if (!row.getColumn(6).isNull()) shot.directionDeg = row.getColumn(6).getDouble();
    return shot;
}
}  // namespace

void Shots::add(const Shot& shot)
{
    sqlite::run(m_db, "INSERT INTO shot VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", shot.entry.id,
                shot.target, domain::canonicalJson(shot.entry), shot.file, shot.ours,
                shot.longSidePx, shot.quality, shot.directionDeg);
}

void Shots::remove(const domain::PhotoId& id)
{
    sqlite::run(m_db, "DELETE FROM shot WHERE id = ?1", id);
}

std::optional<Shot> Shots::find(const domain::PhotoId& id) const
{
    SQLite::Statement query(m_db, shotSelect "WHERE id = ?1");
    sqlite::bind(query, id);
    return query.executeStep() ? std::optional(shotOf(query)) : std::nullopt;
}

std::vector<Shot> Shots::list() const
{
    SQLite::Statement query(m_db, shotSelect "ORDER BY rowid");
    std::vector<Shot> shots;
    while (query.executeStep()) shots.push_back(shotOf(query));
    return shots;
}

int Shots::countOf(const std::string& target) const
{
    SQLite::Statement query(m_db, "SELECT count(*) FROM shot WHERE target = ?1");
    sqlite::bind(query, target);
    query.executeStep();
    return query.getColumn(0).getInt();
}

}  // namespace store
