#include "core/store/today.h"

#include <algorithm>
#include <string_view>

#include "core/domain/region.h"
#include "core/sqlite/bind.h"
#include "core/store/head_row.h"

namespace store {

namespace {
// A sheet that was sent back needs its inspector first, then one that is being done, then the
// finished ones.
int urgency(CheckState state)
{
    switch (state) {
        case CheckState::sentBack:
            return 5;
        case CheckState::draft:
            return 4;
        case CheckState::submitted:
            return 3;
        case CheckState::approved:
            return 2;
        case CheckState::voided:
            return 1;
        case CheckState::notStarted:
            return 0;
    }
    return 0;
}

CheckState checkStateOf(domain::InspectionState state)
{
    switch (state) {
        case domain::InspectionState::draft:
            return CheckState::draft;
        case domain::InspectionState::submitted:
            return CheckState::submitted;
        case domain::InspectionState::sentBack:
            return CheckState::sentBack;
        case domain::InspectionState::approved:
            return CheckState::approved;
        case domain::InspectionState::voided:
            return CheckState::voided;
    }
    return CheckState::notStarted;
}

/// The checks of a village; null where it is not among these, which are in the order of their
/// codes.
std::vector<TodayCheck>* checksOf(std::vector<TodayVillage>& villages, const std::string& village)
{
    const auto at = std::ranges::lower_bound(
        villages, village, {},
        [](const TodayVillage& one) -> const std::string& { return one.village.value; });
    return at == villages.end() || at->village.value != village ? nullptr : &at->checks;
}

void offer(std::vector<TodayVillage>& villages, const std::string& village, TodayCheck check)
{
    std::vector<TodayCheck>* checks = checksOf(villages, village);
    if (checks == nullptr) return;
    const auto old = std::ranges::find(*checks, check.kind, &TodayCheck::kind);
    if (old != checks->end() && urgency(check.state) > urgency(old->state)) *old = std::move(check);
}

std::vector<TodayCheck> notStarted(std::string_view kindLines)
{
    std::vector<TodayCheck> checks;
    checks.reserve(static_cast<std::size_t>(std::ranges::count(kindLines, '\n')) + 1);
    while (!kindLines.empty()) {
        const std::size_t end = std::min(kindLines.find('\n'), kindLines.size());
        checks.emplace_back().kind = kindLines.substr(0, end);
        kindLines.remove_prefix(std::min(end + 1, kindLines.size()));
    }
    std::ranges::sort(checks, {}, &TodayCheck::kind);
    return checks;
}

std::vector<TodayVillage> assignedVillages(SQLite::Database& db, const domain::UserId& inspector,
                                           const domain::CampaignId& campaign)
{
    // A row a village, and each town asked for once: of 32,130 villages it is what starting the
    // app waits for.
    SQLite::Statement query(db, R"sql(
        SELECT a.village, a.kinds, r.name, r.latitude, r.longitude
        FROM (SELECT village, group_concat(kind, char(10)) AS kinds FROM assigned_check
              WHERE inspector = ?1 AND campaign = ?2 GROUP BY village) a
        LEFT JOIN region r ON r.code = a.village
        ORDER BY a.village)sql");
    sqlite::bind(query, inspector, campaign);
    SQLite::Statement townName(db, "SELECT name FROM region WHERE code = ?1");
    std::vector<TodayVillage> villages;
    while (query.executeStep()) {
        TodayVillage village;
        village.village = {query.getColumn(0).getString()};
        village.checks = notStarted(query.getColumn(1).getString());
        const SQLite::Column name = query.getColumn(2);
        village.name = name.isNull() ? village.village.value : name.getString();
        if (!query.getColumn(3).isNull())
            village.position =
                base::GeoPoint{query.getColumn(3).getDouble(), query.getColumn(4).getDouble()};
        village.town = domain::townOf(village.village);
        if (!villages.empty() && villages.back().town == village.town) {
            village.townName = villages.back().townName;
        } else {
            townName.reset();
            sqlite::bind(townName, village.town);
            if (townName.executeStep()) village.townName = townName.getColumn(0).getString();
        }
        villages.push_back(std::move(village));
    }
    return villages;
}
}  // namespace

std::vector<TodayVillage> today(SQLite::Database& db, const domain::UserId& inspector,
                                const domain::CampaignId& campaign)
{
    std::vector<TodayVillage> villages = assignedVillages(db, inspector, campaign);

    SQLite::Statement inspections(db, R"sql(
        SELECT i.village, i.kind, i.state, i.id, v.score_hundredths, r.refused, r.hub_seq IS NOT NULL
        FROM inspection i JOIN revision v ON v.inspection = i.id AND v.revision = i.revision
        JOIN record r ON r.id = v.record
        WHERE i.campaign = ?1 AND i.inspector = ?2 AND (i.parent = '' OR i.state = 'sentBack'))sql");
    sqlite::bind(inspections, campaign, inspector);
    while (inspections.executeStep()) {
        TodayCheck check;
        check.kind = inspections.getColumn(1).getString();
        check.state = checkStateOf(inspectionStateOf(inspections.getColumn(2).getString()));
        check.inspection = {inspections.getColumn(3).getString()};
        if (!inspections.getColumn(4).isNull())
            check.score = base::Points{inspections.getColumn(4).getInt64()};
        check.refused = inspections.getColumn(5).getInt() != 0;
        check.onHub = inspections.getColumn(6).getInt() != 0;
        offer(villages, inspections.getColumn(0).getString(), std::move(check));
    }

    SQLite::Statement drafts(db, R"sql(
        SELECT d.village, d.kind, d.inspection, count(*), sum(a.state <> 'unanswered')
        FROM draft d JOIN draft_answer a ON a.inspection = d.inspection
        WHERE d.campaign = ?1 AND d.inspector = ?2 GROUP BY d.inspection)sql");
    sqlite::bind(drafts, campaign, inspector);
    while (drafts.executeStep()) {
        TodayCheck check;
        check.kind = drafts.getColumn(1).getString();
        check.state = CheckState::draft;
        check.inspection = {drafts.getColumn(2).getString()};
        check.items = drafts.getColumn(3).getInt();
        check.answered = drafts.getColumn(4).getInt();
        // A correction in progress takes the place of the inspection that was sent back.
        std::vector<TodayCheck>* checks = checksOf(villages, drafts.getColumn(0).getString());
        if (checks == nullptr) continue;
        for (TodayCheck& old : *checks)
            if (old.kind == check.kind && (old.inspection == check.inspection ||
                                           urgency(old.state) < urgency(CheckState::draft)))
                old = check;
    }
    return villages;
}

bool isDone(const TodayCheck& check)
{
    return !check.refused &&
           (check.state == CheckState::submitted || check.state == CheckState::approved);
}

TodayCounts countsOf(const std::vector<TodayVillage>& villages)
{
    TodayCounts counts;
    for (const TodayVillage& village : villages)
        for (const TodayCheck& check : village.checks) {
            ++counts.checks;
            counts.drafts += check.state == CheckState::draft ? 1 : 0;
            counts.sentBack += check.state == CheckState::sentBack ? 1 : 0;
            counts.done += isDone(check) ? 1 : 0;
        }
    return counts;
}

}  // namespace store
