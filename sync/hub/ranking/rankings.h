#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/ranking/explain.h"
#include "core/ranking/ranking.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/reference.h"

namespace hub {

/// What is known of an approved inspection's newest revision, adjustments included.
/// Throws std::runtime_error when the log does not hold what the projections say.
ranking::InspectionFacts approvedFacts(Connection& connection, const InspectionRow& row,
                                       const domain::Checklist& checklist);

/// The same with the names of inspector and reviewer, for a revision that stands approved.
std::optional<ranking::InspectionFacts> factsForExplaining(Connection& connection,
                                                           const domain::InspectionId& id,
                                                           int revision);

/// Everything that the ranking of a campaign is made of, as of now.
ranking::RankingInput rankingInput(Connection& connection, const domain::Campaign& campaign);
ranking::Ranking rankingOf(Connection& connection, const domain::Campaign& campaign);

/// The lines of the reference part "rankings", one for each campaign that is published or closed;
/// made again only when something they depend on has changed. Safe from any thread.
class Rankings {
public:
    std::vector<std::string> lines(Connection& connection);

private:
    std::mutex m_mutex;
    std::string m_madeOf;
    std::vector<std::string> m_lines;
};

}  // namespace hub
