#include "sync/hub/ranking/fairness_now.h"

#include "sync/hub/ranking/facts.h"
#include "sync/hub/ranking/rankings.h"
#include "sync/hub/store/meta.h"

namespace hub {

namespace {

std::string stateOf(Connection& connection, const domain::CampaignId& campaign)
{
    const Prepared query = connection.prepare(R"(
        SELECT count(*), max(review.seq) FROM inspection
        JOIN review ON review.inspection = inspection.id WHERE inspection.campaign = ?)");
    query->bind(1, campaign.value);
    query->executeStep();
    std::string state = readMeta(connection).epoch;
    for (const int column : {0, 1})
        state += "\n" + std::to_string(query->getColumn(column).getInt64());
    for (const char* part : {"campaigns", "regions"})
        state += "\n" + std::to_string(partVersion(connection, part));
    return state;
}

}  // namespace

fairness::Fairness fairnessNow(Connection& connection, const ranking::RankingInput& input)
{
    std::vector<fairness::Judgement> judgements;
    std::vector<domain::Checklist> sheets;
    for (const domain::WeightedChecklist& weighted : input.campaign.checklists)
        if (auto sheet =
                findChecklist(connection, weighted.checklist.kind, weighted.checklist.version))
            sheets.push_back(std::move(*sheet));
    for (const InspectionRow& row : rankedInspections(connection, input.campaign))
        for (const domain::Checklist& sheet : sheets)
            if (sheet.kind == row.kind && sheet.version == row.version) {
                const auto facts = approvedFacts(connection, row, sheet);
                judgements.push_back(
                    fairness::judgementOf(sheet, facts.inspection, facts.inspection.inspector));
            }
    return fairness::fairnessOf(input, judgements);
}

const fairness::Fairness& FairnessFigures::of(Connection& connection,
                                              const domain::Campaign& campaign)
{
    Known& known = m_known[campaign.id];
    std::string madeOf = stateOf(connection, campaign.id);
    if (known.madeOf != madeOf) {
        known.figures = fairnessNow(connection, Ranker(connection).input(campaign));
        known.madeOf = std::move(madeOf);
    }
    return known.figures;
}

}  // namespace hub
