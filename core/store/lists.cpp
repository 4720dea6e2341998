#include "core/store/lists.h"

#include <set>
#include <unordered_map>

#include "core/domain/region.h"
#include "core/sqlite/bind.h"
#include "core/store/head_row.h"

namespace store {

namespace {
std::string wordOf(domain::InspectionState state)
{
    switch (state) {
        case domain::InspectionState::approved:
            return "approved";
        case domain::InspectionState::sentBack:
            return "sentBack";
        case domain::InspectionState::voided:
            return "voided";
        case domain::InspectionState::draft:
        case domain::InspectionState::submitted:
            break;
    }
    return "submitted";
}

/// The one text of a prepared query, or the key itself.
std::string textFor(SQLite::Statement& query, const std::string& key)
{
    sqlite::bind(query, key);
    std::string text = query.executeStep() ? query.getColumn(0).getString() : key;
    query.reset();
    return text;
}

/// Revisions that a decision was made about which is not on the hub yet.
std::set<std::pair<std::string, int>> decidedHere(SQLite::Database& db)
{
    SQLite::Statement query(db, R"sql(
        SELECT w.inspection, w.revision
        FROM review w JOIN outbox o ON o.record = w.record AND o.state IN ('waiting', 'sent'))sql");
    std::set<std::pair<std::string, int>> revisions;
    while (query.executeStep())
        revisions.emplace(query.getColumn(0).getString(), query.getColumn(1).getInt());
    return revisions;
}
}  // namespace

VillagePage villagePage(SQLite::Database& db, const domain::RegionCode& village)
{
    VillagePage page;
    for (DraftHead& draft : Drafts(db).list())
        if (draft.village == village) page.drafts.push_back(std::move(draft));
    SQLite::Statement query(
        db, inspectionSelect "WHERE i.village = ?1 ORDER BY i.submitted_at_ms DESC");
    sqlite::bind(query, village);
    while (query.executeStep()) page.inspections.push_back(inspectionHeadOf(query));
    return page;
}

std::vector<QueueRow> reviewQueue(SQLite::Database& db, const domain::CampaignId& campaign,
                                  domain::InspectionState state)
{
    SQLite::Statement query(db, inspectionSelect
                            "WHERE i.state = ?1 AND (?2 = '' OR i.campaign = ?2) AND r.refused = 0 "
                            "ORDER BY i.submitted_at_ms, i.id");
    sqlite::bind(query, wordOf(state), campaign);
    const auto pending = decidedHere(db);
    SQLite::Statement regionName(db, "SELECT name FROM region WHERE code = ?1");
    SQLite::Statement personName(db, "SELECT name FROM person WHERE id = ?1");
    std::unordered_map<std::string, std::string> names;  // far fewer than rows
    const auto nameOf = [&names](SQLite::Statement& statement, const std::string& key) {
        const auto [entry, isNew] = names.try_emplace(key);
        if (isNew) entry->second = textFor(statement, key);
        return entry->second;
    };
    std::vector<QueueRow> rows;
    while (query.executeStep()) {
        QueueRow row;
        row.head = inspectionHeadOf(query);
        row.villageName = nameOf(regionName, row.head.village.value);
        row.townName = nameOf(regionName, domain::townOf(row.head.village).value);
        row.inspectorName = nameOf(personName, row.head.inspector.value);
        row.decidedHere = pending.contains({row.head.id.value, row.head.revision});
        rows.push_back(std::move(row));
    }
    return rows;
}

ScoreSums scoreSums(SQLite::Database& db, const std::string& kind, const domain::UserId& inspector)
{
    SQLite::Statement query(db, R"sql(
        SELECT coalesce(sum(v.score_hundredths) FILTER (WHERE i.inspector = ?2), 0),
            count(*) FILTER (WHERE i.inspector = ?2), coalesce(sum(v.score_hundredths), 0), count(*)
        FROM inspection i JOIN revision v ON v.inspection = i.id AND v.revision = i.revision
        JOIN record r ON r.id = v.record AND r.refused = 0
        WHERE i.kind = ?1 AND v.score_hundredths IS NOT NULL)sql");
    sqlite::bind(query, kind, inspector);
    query.executeStep();
    return {{query.getColumn(0).getInt64(), query.getColumn(1).getInt()},
            {query.getColumn(2).getInt64(), query.getColumn(3).getInt()}};
}

StateCounts stateCounts(SQLite::Database& db, const domain::CampaignId& campaign)
{
    SQLite::Statement query(db, R"sql(
        SELECT sum(state = 'submitted'), sum(state = 'sentBack'), sum(state = 'approved'),
            sum(state = 'voided') FROM inspection WHERE ?1 = '' OR campaign = ?1)sql");
    sqlite::bind(query, campaign);
    query.executeStep();
    return {query.getColumn(0).getInt(), query.getColumn(1).getInt(), query.getColumn(2).getInt(),
            query.getColumn(3).getInt()};
}

}  // namespace store
