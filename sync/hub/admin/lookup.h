#pragma once

#include <string>
#include <vector>

#include "sync/hub/store/reference.h"

// Finding what somebody typed on the command line; each failure names what was typed.
namespace hub {

/// By code or by name or alias; "region.ambiguous" names the codes when several fit.
base::Result<domain::Region> findRegionByText(Connection& connection, const std::string& text);
/// By id, or by name when one user has it.
base::Result<domain::User> findUserByText(Connection& connection, const std::string& text);
base::Result<domain::Campaign> findCampaignByText(Connection& connection, const std::string& text);

/// The villages meant by a list of towns and villages, sorted, each once.
base::Result<std::vector<domain::RegionCode>> villagesOf(Connection& connection,
                                                         const std::vector<std::string>& texts);
std::vector<domain::RegionCode> allVillages(Connection& connection);

}  // namespace hub
