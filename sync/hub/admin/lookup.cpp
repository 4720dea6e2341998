#include "sync/hub/admin/lookup.h"

#include <algorithm>

namespace hub {

namespace {
bool isCalled(const domain::Region& region, const std::string& name)
{
    return region.name == name ||
           std::find(region.aliases.begin(), region.aliases.end(), name) != region.aliases.end();
}
}  // namespace

base::Result<domain::Region> findRegionByText(Connection& connection, const std::string& text)
{
    if (auto region = findRegion(connection, {text})) return *region;
    std::vector<domain::Region> found;
    for (const auto kind : {domain::RegionKind::town, domain::RegionKind::village})
        for (domain::Region& region : listRegions(connection, kind))
            if (isCalled(region, text)) found.push_back(std::move(region));
    if (found.size() == 1) return found.front();
    if (found.empty()) return base::fail("region.unknown", "没有这个镇街或村", text);
    std::string codes;
    for (const domain::Region& region : found) codes += " " + region.code.value;
    return base::fail("region.ambiguous", "同名的不止一个，请用代码：" + codes, text);
}

base::Result<domain::User> findUserByText(Connection& connection, const std::string& text)
{
    if (auto user = findUser(connection, text)) return *user;
    return base::fail("user.unknown", "没有这个用户，或同名的不止一个（请用编号）", text);
}

base::Result<domain::Campaign> findCampaignByText(Connection& connection, const std::string& text)
{
    if (auto campaign = findCampaign(connection, text)) return *campaign;
    return base::fail("campaign.unknown", "没有这个批次", text);
}

base::Result<std::vector<domain::RegionCode>> villagesOf(Connection& connection,
                                                         const std::vector<std::string>& texts)
{
    std::vector<domain::RegionCode> codes;
    for (const std::string& text : texts) {
        const auto region = findRegionByText(connection, text);
        if (!region) return tl::unexpected(region.error());
        if (region->kind != domain::RegionKind::town) {
            codes.push_back(region->code);
            continue;
        }
        for (const domain::Region& village : listRegions(connection, domain::RegionKind::village))
            if (village.parent == region->code && !village.retired) codes.push_back(village.code);
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

std::vector<domain::RegionCode> allVillages(Connection& connection)
{
    std::vector<domain::RegionCode> codes;
    for (const domain::Region& village : listRegions(connection, domain::RegionKind::village))
        if (!village.retired) codes.push_back(village.code);
    return codes;
}

}  // namespace hub
