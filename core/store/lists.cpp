#include "core/store/lists.h"

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
    SQLite::Statement pending(db, R"sql(
        SELECT 1 FROM review w JOIN outbox o ON o.record = w.record AND o.state IN ('waiting', 'sent')
        WHERE w.inspection = ?1 AND w.revision = ?2)sql");
    SQLite::Statement regionName(db, "SELECT name FROM region WHERE code = ?1");
    SQLite::Statement personName(db, "SELECT name FROM person WHERE id = ?1");
    std::vector<QueueRow> rows;
    while (query.executeStep()) {
        QueueRow row;
        row.head = inspectionHeadOf(query);
        const std::string& village = row.head.village.value;
        row.villageName = textFor(regionName, village);
        row.townName = textFor(regionName, domain::townOf(row.head.village).value);
        row.inspectorName = textFor(personName, row.head.inspector.value);
        sqlite::bind(pending, row.head.id, row.head.revision);
        row.decidedHere = pending.executeStep();
        pending.reset();
        rows.push_back(std::move(row));
    }
    return rows;
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
