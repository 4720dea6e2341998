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

base::Result<DrawInput> drawInputFromJson(const std::string& text)
{
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        DrawInput input;
        input.seed = json.at("seed").get<std::string>();
        input.wanted = json.at("wanted").get<int>();
        input.perTown = json.at("perTown").get<bool>();
        input.teams = json.at("teams").get<std::vector<std::string>>();
        for (const nlohmann::json& village : json.at("villages"))
            input.villages.push_back({village.get<std::string>()});
        for (const auto& [village, team] : json.at("lastTeams").items())
            input.lastTeams[{village}] = team.get<std::string>();
        return input;
    } catch (const nlohmann::json::exception&) {
        return base::fail("draw.unreadable", "抽取依据读不出来");
    }
}

}  // namespace report
