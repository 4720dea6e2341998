#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/review.h"
#include "core/ranking/ranking.h"
#include "sync/hub/ranking/fairness_now.h"
#include "sync/hub/store/projections.h"

namespace hub {

/// The approved inspections of a campaign that its ranking is made of: all, or all but the 回头看.
std::vector<InspectionRow> rankedInspections(Connection& connection,
                                             const domain::Campaign& campaign);

/// Makes the rankings of campaigns, each once however many others need it (the period before, what
/// a combined one is made of). For one snapshot of the database.
class Ranker {
public:
    explicit Ranker(Connection& connection) : m_connection(connection) {}

    /// Everything that the ranking of a campaign is made of, as of now.
    ranking::RankingInput input(const domain::Campaign& campaign);

    /// What people see: the newest publication, or as of now where nothing is published yet.
    const ranking::Ranking& shown(const domain::Campaign& campaign);

private:
    Connection& m_connection;
    std::map<domain::CampaignId, ranking::Ranking> m_shown;
};

/// The adjustments that the newest publication was made with; nothing where there is none.
std::optional<std::vector<domain::Review>> publishedAdjustments(Connection& connection,
                                                                const domain::CampaignId& campaign);

/// The result in a ranking package of our own. Throws std::runtime_error when it is none.
ranking::Ranking rankingOfPackage(const std::string& package);

/// The lines of the reference part "rankings", one for each campaign that is published or closed,
/// with the fairness figures beside it (of one that was inspected, not combined) and the
/// adjustments that a published one was made with; made again only when something they depend on
/// has changed. Safe from any thread.
class Rankings {
public:
    std::vector<std::string> lines(Connection& connection);

private:
    std::mutex m_mutex;
    std::string m_madeOf;
    std::vector<std::string> m_lines;
    FairnessFigures m_figures;
};

}  // namespace hub
