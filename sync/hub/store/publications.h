#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

// The frozen rankings of campaigns, kept for ever: the first, and each that corrected the one
// before.
namespace hub {

struct Publication {
    domain::CampaignId campaign;
    int number = 1;
    std::string sha256;    ///< names the package
    std::string replaces;  ///< the package it corrects; empty for the first
    std::string reason;    ///< of a correction
    std::int64_t madeMs = 0;
    int changed = 0;  ///< villages whose place or points the correction changed
};

/// Adds the next publication of its campaign; raises the version of the part "rankings". In a
/// transaction of the caller.
void addPublication(Connection& connection, const Publication& publication,
                    const std::string& package);

/// Oldest first.
std::vector<Publication> publicationsOf(Connection& connection, const domain::CampaignId& campaign);
std::optional<Publication> lastPublication(Connection& connection,
                                           const domain::CampaignId& campaign);
/// The whole text of the package with this hash; nothing when it is not one of ours.
std::optional<std::string> packageText(Connection& connection, const std::string& sha256);

}  // namespace hub
