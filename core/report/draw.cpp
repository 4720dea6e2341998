#include "core/report/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "core/crypto/hash.h"
#include "core/domain/region.h"

namespace report {

namespace {

constexpr std::size_t seedCharacters = 32;

template <class Names>
bool anyDoubled(Names names)
{
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

base::Result<void> check(const DrawInput& input)
{
    if (input.seed.size() < seedCharacters)
        return base::fail("draw.seed_short", fmt::format("种子至少 {} 个字符", seedCharacters));
    if (input.wanted < 1) return base::fail("draw.wanted", "抽取的村数至少为 1");
    if (anyDoubled(input.villages)) return base::fail("draw.village_doubled", "名单里有重复的村");
    if (input.teams.empty() || anyDoubled(input.teams))
        return base::fail("draw.teams", "没有检查组，或检查组重名");
    return {};
}

/// The list in the order of chance, cut to as many as wanted.
std::vector<domain::RegionCode> chosen(const DrawInput& input)
{
    std::vector<std::pair<std::string, domain::RegionCode>> keyed;
    for (const domain::RegionCode& village : input.villages)
        keyed.emplace_back(crypto::sha256(input.seed + "|" + village.value), village);
    std::sort(keyed.begin(), keyed.end());
    std::map<std::string, int> taken;
    std::vector<domain::RegionCode> villages;
    for (const auto& [key, village] : keyed)
        if (taken[input.perTown ? domain::townOf(village).value : std::string()]++ < input.wanted)
            villages.push_back(village);
    return villages;
}

}  // namespace

std::string commitmentOf(const std::string& seed)
{
    return crypto::sha256(seed);
}

std::string commitmentOf(DrawInput input)
{
    input.seed.clear();
    return crypto::sha256(canonicalJson(input));
}

base::Result<std::vector<Drawn>> draw(const DrawInput& input)
{
    if (const base::Result<void> checked = check(input); !checked)
        return tl::unexpected(checked.error());
    std::map<std::string, int> load;
    std::vector<Drawn> drawn;
    for (const domain::RegionCode& village : chosen(input)) {
        const auto last = input.lastTeams.find(village);
        std::vector<std::tuple<int, std::string, std::string>> candidates;
        for (const std::string& team : input.teams)
            if (last == input.lastTeams.end() || last->second != team)
                candidates.emplace_back(
                    load[team], crypto::sha256(input.seed + "|" + village.value + "|" + team),
                    team);
        if (candidates.empty())
            return base::fail(
                "draw.no_team",
                fmt::format("{} 上次就是 {} 去的，没有别的检查组可派", village.value, last->second),
                village.value);
        const std::string team =
            std::get<2>(*std::min_element(candidates.begin(), candidates.end()));
        ++load[team];
        drawn.push_back({village, team});
    }
    return drawn;
}

}  // namespace report
