#include "app/viewmodels/review_queue_reader.h"

#include <algorithm>
#include <set>

#include "app/viewmodels/read_score.h"
#include "core/flags/flags.h"
#include "core/scoring/score.h"
#include "core/store/appeals.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

using Sheets = std::map<std::pair<std::string, int>, std::optional<domain::Checklist>>;

const std::optional<domain::Checklist>& sheetOf(const store::Reference& reference, Sheets& sheets,
                                                const std::string& kind, int version)
{
    const auto [entry, isNew] = sheets.try_emplace({kind, version});
    if (isNew) entry->second = reference.checklist(kind, version);
    return entry->second;
}

}  // namespace

ReviewQueue readQueue(SQLite::Database& db)
{
    const store::Reference reference(db);
    const store::Records records(db);
    ReviewQueue queue;
    for (const domain::Campaign& campaign : reference.campaigns())
        queue.campaigns.emplace_back(campaign.id, campaign.name);
    std::set<domain::InspectionId> appealed;
    for (const store::AppealRow& row : store::Appeals(db).list())
        if (!row.answer) appealed.insert(row.appeal.inspection);
    Sheets sheets;
    for (const auto state : {domain::InspectionState::submitted, domain::InspectionState::sentBack,
                             domain::InspectionState::approved, domain::InspectionState::voided}) {
        for (store::QueueRow& facts : store::reviewQueue(db, {}, state)) {
            const auto& sheet = sheetOf(reference, sheets, facts.head.kind, facts.head.version);
            ReviewRow row;
            row.sheetTitle = sheet ? domain::shortTitle(sheet->title) : facts.head.kind;
            row.score = scoreNow(records, facts.head, sheet);
            row.appealed = appealed.contains(facts.head.id);
            row.facts = std::move(facts);
            queue.rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(queue.rows, {},
                             [](const ReviewRow& row) { return row.facts.head.submittedAtMs; });
    return queue;
}

std::vector<LookedInto> lookInto(SQLite::Database& db,
                                 const std::vector<domain::InspectionId>& inspections)
{
    const store::Reference reference(db);
    const store::Records records(db);
    Sheets sheets;
    std::map<domain::CampaignId, double> limits;
    std::vector<LookedInto> found;
    for (const domain::InspectionId& id : inspections) {
        const std::optional<domain::Inspection> inspection = records.newest(id);
        if (!inspection) continue;
        const auto& sheet =
            sheetOf(reference, sheets, inspection->checklist.kind, inspection->checklist.version);
        if (!sheet) continue;
        const auto [limit, isNew] = limits.try_emplace(inspection->campaign, 30);
        if (isNew) {
            const auto campaign = reference.campaign(inspection->campaign);
            if (campaign) limit->second = campaign->capture.accuracyLimitM;
        }
        LookedInto one{id, inspection->revision, 0, {}};
        one.flags = flags::flagsOf(*inspection, *sheet, limit->second);
        one.score = scoring::scoreOf(*sheet, inspection->profile, inspection->answers).total();
        if (const auto last = records.before(*inspection);
            last && flags::isFarFromLast(*sheet, *inspection, *last))
            one.flags |= flags::farFromLast;
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace viewmodels
