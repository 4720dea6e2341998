#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// A draw as it was announced.
struct AnnouncedDraw {
    std::string seedSha256;
    domain::CampaignId campaign;
    std::string input;  ///< report::canonicalJson with an empty seed
    std::int64_t announcedMs = 0;
    bool drawn = false;
};

/// False when the seed's hash was announced already.
bool addDraw(Connection& connection, const AnnouncedDraw& draw);
std::optional<AnnouncedDraw> findDraw(Connection& connection, const std::string& seedSha256);
/// The seed was read out, and these teams go to these villages.
void setDrawn(Connection& connection, const std::string& seedSha256, const std::string& seed,
              const std::map<domain::RegionCode, std::string>& teams);
/// Of those villages that a team was ever drawn for.
std::map<domain::RegionCode, std::string> lastTeams(
    Connection& connection, const std::vector<domain::RegionCode>& villages);

}  // namespace hub
