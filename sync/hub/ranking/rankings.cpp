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

ranking::InspectionFacts approvedFacts(Connection& connection, const InspectionRow& row,
                                       const domain::Checklist& checklist)
{
    ranking::InspectionFacts facts;
    facts.checklist = checklist;
    facts.inspection = stored(domain::inspectionFromJson(recordOf(connection, row.record).body));
    facts.adjustments = adjustmentsOf(connection, row);
    return facts;
}

std::optional<ranking::InspectionFacts> factsForExplaining(Connection& connection,
                                                           const domain::InspectionId& id,
                                                           int revision)
{
    const auto row = findInspection(connection, id);
    if (!row || row->revision != revision || row->state != domain::InspectionState::approved)
        return std::nullopt;
    const auto sheet = findChecklist(connection, row->kind, row->version);
    if (!sheet) return std::nullopt;
    ranking::InspectionFacts facts = approvedFacts(connection, *row, *sheet);
    const domain::Record decision = recordOf(connection, row->decidedBy);
    if (const auto inspector = findUser(connection, row->concerns.owner))
        facts.inspector = inspector->name;
    if (const auto reviewer = findUser(connection, decision.author.value))
        facts.reviewer = reviewer->name;
    facts.approvedAtMs = decision.createdAtMs;
    return facts;
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
        if (const auto sheet = sheets.find(row.kind); sheet != sheets.end()) {
            const auto facts = approvedFacts(connection, row, sheet->second);
            input.scores.push_back(
                ranking::approvedScoreOf(facts.checklist, facts.inspection, facts.adjustments));
        }
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
