#include "core/store/today.h"

#include <algorithm>
#include <unordered_map>

#include "core/domain/region.h"
#include "core/sqlite/bind.h"
#include "core/store/head_row.h"

namespace store {

namespace {
using ByVillage = std::unordered_map<std::string, std::size_t>;

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

void offer(std::vector<TodayVillage>& villages, const ByVillage& index, const std::string& village,
           TodayCheck check)
{
    const auto at = index.find(village);
    if (at == index.end()) return;
    auto& checks = villages[at->second].checks;
    const auto old = std::ranges::find(checks, check.kind, &TodayCheck::kind);
    if (old != checks.end() && urgency(check.state) > urgency(old->state)) *old = std::move(check);
}

std::vector<TodayVillage> assignedVillages(SQLite::Database& db, const domain::UserId& inspector,
                                           const domain::CampaignId& campaign)
{
    SQLite::Statement query(db, R"sql(
        SELECT a.village, a.kind, r.name, r.latitude, r.longitude, t.code, t.name
        FROM assigned_check a
        LEFT JOIN region r ON r.code = a.village
        LEFT JOIN region t ON t.code = substr(a.village, 1, 9) || '000'
        WHERE a.inspector = ?1 AND a.campaign = ?2
        ORDER BY a.village, a.kind)sql");
    sqlite::bind(query, inspector, campaign);
    std::vector<TodayVillage> villages;
    while (query.executeStep()) {
        const std::string code = query.getColumn(0).getString();
        if (villages.empty() || villages.back().village.value != code) {
            TodayVillage village;
            village.village = {code};
            village.name = query.getColumn(2).isNull() ? code : query.getColumn(2).getString();
            if (!query.getColumn(3).isNull())
                village.position =
                    base::GeoPoint{query.getColumn(3).getDouble(), query.getColumn(4).getDouble()};
            village.town = domain::townOf({code});
            village.townName =
                query.getColumn(6).isNull() ? std::string() : query.getColumn(6).getString();
            villages.push_back(std::move(village));
        }
        TodayCheck check;
        check.kind = query.getColumn(1).getString();
        villages.back().checks.push_back(std::move(check));
    }
    return villages;
}
}  // namespace

std::vector<TodayVillage> today(SQLite::Database& db, const domain::UserId& inspector,
                                const domain::CampaignId& campaign)
{
    std::vector<TodayVillage> villages = assignedVillages(db, inspector, campaign);
    ByVillage index;
    for (std::size_t i = 0; i < villages.size(); ++i) index[villages[i].village.value] = i;

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
        offer(villages, index, inspections.getColumn(0).getString(), std::move(check));
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
        const auto at = index.find(drafts.getColumn(0).getString());
        if (at == index.end()) continue;
        for (TodayCheck& old : villages[at->second].checks)
            if (old.kind == check.kind && (old.inspection == check.inspection ||
                                           urgency(old.state) < urgency(CheckState::draft)))
                old = check;
    }
    return villages;
}

TodayCounts countsOf(const std::vector<TodayVillage>& villages)
{
    TodayCounts counts;
    for (const TodayVillage& village : villages)
        for (const TodayCheck& check : village.checks) {
            ++counts.checks;
            counts.drafts += check.state == CheckState::draft ? 1 : 0;
            counts.sentBack += check.state == CheckState::sentBack ? 1 : 0;
            counts.done +=
                check.state == CheckState::submitted || check.state == CheckState::approved ? 1 : 0;
        }
    return counts;
}

}  // namespace store
