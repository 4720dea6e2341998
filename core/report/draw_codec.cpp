#include <nlohmann/json.hpp>

#include "core/report/draw.h"

namespace report {

std::string canonicalJson(const DrawInput& input)
{
    nlohmann::json json;
    json["seed"] = input.seed;
    json["wanted"] = input.wanted;
    json["perTown"] = input.perTown;
    json["teams"] = input.teams;
    json["villages"] = nlohmann::json::array();
    for (const domain::RegionCode& village : input.villages)
        json["villages"].push_back(village.value);
    json["lastTeams"] = nlohmann::json::object();
    for (const auto& [village, team] : input.lastTeams) json["lastTeams"][village.value] = team;
    return json.dump();
}

}  // namespace report
