#include "sync/hub/ranking/rankings.h"

#include <stdexcept>

#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
domain::Record recordOf(Connection& connection, const domain::RecordId& id)
{
    const auto bytes = recordBytes(connection, id);
    if (!bytes) throw std::runtime_error("the log has no record " + id.value);
    return stored(domain::recordFromJson(*bytes));
}

/// Of two adjustments of one item the later holds.
std::vector<domain::Adjustment> adjustmentsOf(Connection& connection, const InspectionRow& row)
{
    std::vector<domain::Adjustment> adjustments;
    for (const domain::RecordId& id : reviewRecords(connection, row.id, row.revision)) {
        const auto review = stored(domain::reviewFromJson(recordOf(connection, id).body));
        for (const domain::Adjustment& adjustment : review.adjustments) {
            std::erase_if(adjustments, [&](const domain::Adjustment& earlier) {
                return earlier.itemCode == adjustment.itemCode;
            });
            adjustments.push_back(adjustment);
        }
    }
    return adjustments;
}

ranking::ApprovedScore approvedScore(const ScoredInspection& scored)
{
    ranking::ApprovedScore approved;
    approved.village = scored.inspection.village;
    approved.subject = scored.inspection.subject;
    approved.checklistKind = scored.inspection.checklist.kind;
    approved.inspection = scored.inspection.id;
    approved.revision = scored.inspection.revision;
    approved.submittedAtMs = scored.inspection.submittedAtMs;
    approved.points = scored.score.points;
    approved.pointsIfVetoed = scored.score.pointsIfVetoed;
    approved.maximum = scored.score.maximum;
    approved.bonus = scored.score.bonus;
    approved.vetoes = static_cast<int>(scored.score.vetoes.size());
    approved.findings = scored.score.findings;
    return approved;
}

std::vector<ranking::Waiting> waitingOf(Connection& connection, const domain::CampaignId& campaign)
{
    const Prepared query = connection.prepare(R"(
        SELECT village, kind, state = 'sentBack' FROM inspection
        WHERE campaign = ? AND state IN ('submitted', 'sentBack') ORDER BY id)");
    query->bind(1, campaign.value);
    std::vector<ranking::Waiting> waiting;
    while (query->executeStep())
        waiting.push_back({{query->getColumn(0).getString()},
                           query->getColumn(1).getString(),
                           query->getColumn(2).getInt() != 0 ? domain::InspectionState::sentBack
                                                             : domain::InspectionState::submitted});
    return waiting;
}

void addPlaces(Connection& connection, ranking::RankingInput& input)
{
    for (const domain::RegionCode& code : input.campaign.participants) {
        const auto region = findRegion(connection, code);
        ranking::Village village;
        village.code = code;
        village.name = region ? region->name : code.value;
        village.town = domain::townOf(code);
        input.villages.push_back(std::move(village));
    }
    for (const domain::Region& town : listRegions(connection, domain::RegionKind::town))
        input.towns.push_back({town.code, town.name});
}
}  // namespace

ScoredInspection scoredInspection(Connection& connection, const InspectionRow& row,
                                  const domain::Checklist& checklist)
{
    ScoredInspection scored;
    scored.inspection = stored(domain::inspectionFromJson(recordOf(connection, row.record).body));
    scored.score = scoring::scoreOf(checklist, scored.inspection.profile, scored.inspection.answers,
                                    adjustmentsOf(connection, row));
    return scored;
}

ranking::RankingInput rankingInput(Connection& connection, const domain::Campaign& campaign)
{
    ranking::RankingInput input;
    input.campaign = campaign;
    std::map<std::string, domain::Checklist> sheets;
    std::vector<domain::Checklist> checklists;
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (auto sheet =
                findChecklist(connection, weighted.checklist.kind, weighted.checklist.version)) {
            checklists.push_back(*sheet);
            sheets.emplace(weighted.checklist.kind, std::move(*sheet));
        }
    input.checks = ranking::checksOf(campaign, checklists);
    addPlaces(connection, input);
    for (const InspectionRow& row : approvedInspections(connection, campaign.id))
        if (const auto sheet = sheets.find(row.kind); sheet != sheets.end())
            input.scores.push_back(approvedScore(scoredInspection(connection, row, sheet->second)));
    input.waiting = waitingOf(connection, campaign.id);
    return input;
}

ranking::Ranking rankingOf(Connection& connection, const domain::Campaign& campaign)
{
    return ranking::rankOf(rankingInput(connection, campaign));
}

std::vector<std::string> Rankings::lines(Connection& connection)
{
    std::string madeOf = readMeta(connection).epoch;
    for (const char* part : {"rankings", "campaigns", "regions"})
        madeOf += "\n" + std::to_string(partVersion(connection, part));
    const std::lock_guard lock(m_mutex);
    if (madeOf != m_madeOf) {
        m_lines.clear();
        for (const domain::Campaign& campaign : listCampaigns(connection))
            if (campaign.state != domain::CampaignState::draft)
                m_lines.push_back(ranking::canonicalJson(rankingOf(connection, campaign)));
        m_madeOf = madeOf;
    }
    return m_lines;
}

}  // namespace hub
