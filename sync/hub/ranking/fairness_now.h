#pragma once

#include <map>
#include <string>

#include "core/fairness/fairness.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// The figures of the approved inspections that `input` was made of, as of now.
fairness::Fairness fairnessNow(Connection& connection, const ranking::RankingInput& input);

/// The figures of campaigns, each made again only when a decision on one of its inspections, a
/// campaign or a region came. Not safe from many threads.
class FairnessFigures {
public:
    const fairness::Fairness& of(Connection& connection, const domain::Campaign& campaign);

private:
    struct Known {
        std::string madeOf;
        fairness::Fairness figures;
    };
    std::map<domain::CampaignId, Known> m_known;
};

}  // namespace hub
