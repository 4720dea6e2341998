#pragma once

#include <string>
#include <vector>

#include "sync/hub/store/reference.h"

namespace hub {

/// A campaign as somebody typed it.
struct NewCampaign {
    std::string id;
    std::string name;
    std::string from;
    std::string to;
    std::string period = "custom";
    std::vector<std::string> sheets;    ///< "MV=50", "MV@2=50"
    std::vector<std::string> combines;  ///< "一月检查=1": campaigns instead of sheets
    std::vector<std::string> places;
    std::vector<std::string> excluded;  ///< "下村", "下村=合并": with why
    std::string placesFile;
    std::vector<std::string> withTitles;     ///< only places that bear one of them
    std::vector<std::string> withoutTitles;  ///< no places that bear one of them
    std::vector<std::string> groupTitles;    ///< ranked by these; of several the first counts
    std::string previous;                    ///< "none": no period before; empty: found
    std::string rulesFile;
    domain::CaptureSettings capture;
    domain::RectificationSettings rectification;
    bool all = false;
    bool publish = false;
};

/// The campaign with its participants, classes and exclusions as they are on its days. Where the
/// period before is not named it is the newest campaign of the same kind of period (not custom)
/// with the same sheets that ended before. Fails with "campaign.*" or what the lookups say.
base::Result<domain::Campaign> campaignOf(Connection& db, const NewCampaign& wanted,
                                          const std::string& id);

}  // namespace hub
