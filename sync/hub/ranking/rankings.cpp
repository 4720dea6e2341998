#include "sync/hub/ranking/rankings.h"

#include <set>
#include <unordered_map>

#include "core/domain/codec.h"
#include "core/domain/facility.h"
#include "core/fairness/fairness_codec.h"
#include "core/ranking/ranking_codec.h"
#include "core/report/package.h"
#include "sync/hub/ranking/facts.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/publications.h"
#include "sync/hub/store/stored.h"

namespace hub {

std::vector<InspectionRow> rankedInspections(Connection& connection,
                                             const domain::Campaign& campaign)
{
    std::vector<InspectionRow> rows = approvedInspections(connection, campaign.id);
    if (campaign.rules.lookBack == domain::LookBack::apart)
        std::erase_if(rows, [](const InspectionRow& row) { return !row.parent.empty(); });
    return rows;
}

namespace {
std::vector<ranking::Waiting> waitingOf(Connection& connection, const domain::Campaign& campaign)
{
    const Prepared query = connection.prepare(R"(
        SELECT village, kind, state = 'sentBack' FROM inspection
        WHERE campaign = ? AND state IN ('submitted', 'sentBack') AND (parent = '' OR ?)
        ORDER BY id)");
    query->bind(1, campaign.id.value);
    query->bind(2, campaign.rules.lookBack == domain::LookBack::counts ? 1 : 0);
    std::vector<ranking::Waiting> waiting;
    while (query->executeStep())
        waiting.push_back({{query->getColumn(0).getString()},
                           query->getColumn(1).getString(),
                           query->getColumn(2).getInt() != 0 ? domain::InspectionState::sentBack
                                                             : domain::InspectionState::submitted});
    return waiting;
}

/// The facilities of the participants, each with the checks that it has to be inspected by.
void addSubjects(Connection& connection, ranking::RankingInput& input,
                 const std::map<std::string, domain::Checklist>& sheets)
{
    std::vector<std::string> kinds;
    for (const auto& [kind, sheet] : sheets)
        if (sheet.subject == domain::SubjectKind::facility) kinds.push_back(kind);
    if (kinds.empty()) return;
    const std::set<domain::RegionCode> participants(input.campaign.participants.begin(),
                                                    input.campaign.participants.end());
    for (const domain::Region& one : listRegions(connection, domain::RegionKind::facility)) {
        if (!participants.contains(one.parent)) continue;
        ranking::Subject subject{one.code, one.parent, one.name, {}};
        for (const std::string& kind : kinds)
            if (!one.retired && domain::isInspectedBy(one.code, kind, kinds))
                subject.kinds.push_back(kind);
        input.subjects.push_back(std::move(subject));
    }
}

void addPlaces(Connection& connection, ranking::RankingInput& input)
{
    std::unordered_map<std::string_view, const std::string*> classes;
    for (const domain::VillageClass& one : input.campaign.classes)
        classes.emplace(one.village.value, &one.title);
    input.villages.clear();
    for (const auto* codes : {&input.campaign.participants, &input.campaign.excluded})
        for (const domain::RegionCode& code : *codes) {
            const auto region = findRegion(connection, code);
            ranking::Village village;
            village.code = code;
            village.name = region ? region->name : code.value;
            village.town = domain::townOf(code);
            if (const auto found = classes.find(code.value); found != classes.end())
                village.villageClass = *found->second;
            input.villages.push_back(std::move(village));
        }
    input.towns.clear();
    for (const domain::Region& town : listRegions(connection, domain::RegionKind::town))
        input.towns.push_back({town.code, town.name});
}

ranking::RankingInput inspectedInput(Connection& connection, const domain::Campaign& campaign)
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
    for (const InspectionRow& row : rankedInspections(connection, campaign))
        if (const auto sheet = sheets.find(row.kind); sheet != sheets.end()) {
            const auto facts = approvedFacts(connection, row, sheet->second);
            input.scores.push_back(
                ranking::approvedScoreOf(facts.checklist, facts.inspection, facts.adjustments));
        }
    input.waiting = waitingOf(connection, campaign);
    addSubjects(connection, input, sheets);
    return input;
}
}  // namespace

ranking::RankingInput Ranker::input(const domain::Campaign& campaign)
{
    ranking::RankingInput input;
    if (campaign.combines.empty()) {
        input = inspectedInput(m_connection, campaign);
    } else {
        std::vector<ranking::Ranking> rankings;
        std::vector<base::Points> weights;
        for (const domain::CampaignShare& share : campaign.combines)
            if (const auto part = findCampaign(m_connection, share.campaign.value)) {
                rankings.push_back(shown(*part));
                weights.push_back(share.weight);
            }
        input = ranking::combine(campaign, rankings, weights);
    }
    addPlaces(m_connection, input);
    if (campaign.previous.empty()) return input;
    if (const auto previous = findCampaign(m_connection, campaign.previous.value)) {
        const auto published = lastPublication(m_connection, previous->id);
        ranking::addLastPeriod(input, shown(*previous), published ? published->sha256 : "");
    }
    return input;
}

const ranking::Ranking& Ranker::shown(const domain::Campaign& campaign)
{
    const auto known = m_shown.find(campaign.id);
    if (known != m_shown.end()) return known->second;
    const auto published = lastPublication(m_connection, campaign.id);
    return m_shown
        .emplace(campaign.id, published
                                  ? rankingOfPackage(*packageText(m_connection, published->sha256))
                                  : ranking::rankOf(input(campaign)))
        .first->second;
}

ranking::Ranking rankingOfPackage(const std::string& package)
{
    const std::size_t end = package.empty() ? 0 : package.size() - 1;
    const std::size_t before = end == 0 ? std::string::npos : package.rfind('\n', end - 1);
    return stored(ranking::rankingFromJson(package.substr(before + 1, end - before - 1)));
}

std::optional<std::vector<domain::Review>> publishedAdjustments(Connection& connection,
                                                                const domain::CampaignId& campaign)
{
    const auto published = lastPublication(connection, campaign);
    if (!published) return std::nullopt;
    return stored(report::adjustmentsIn(*packageText(connection, published->sha256)));
}

std::vector<std::string> Rankings::lines(Connection& connection)
{
    std::string madeOf = readMeta(connection).epoch;
    for (const char* part : {"rankings", "campaigns", "regions"})
        madeOf += "\n" + std::to_string(partVersion(connection, part));
    const std::lock_guard lock(m_mutex);
    if (madeOf != m_madeOf) {
        Ranker ranker(connection);
        m_lines.clear();
        for (const domain::Campaign& campaign : listCampaigns(connection))
            if (campaign.state != domain::CampaignState::draft) {
                fairness::RankingLine line{
                    ranker.shown(campaign), {}, publishedAdjustments(connection, campaign.id)};
                if (campaign.combines.empty()) line.fairness = m_figures.of(connection, campaign);
                m_lines.push_back(fairness::canonicalJson(line));
            }
        m_madeOf = madeOf;
    }
    return m_lines;
}

}  // namespace hub
