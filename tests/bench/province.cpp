#include "tests/bench/province.h"

#include <fmt/format.h>

#include <stdexcept>

#include "core/domain/codec.h"
#include "core/store/reference.h"

namespace bench {

namespace {

constexpr int villagesOfTown = 22;

domain::RegionCode townOf(int index)
{
    return {fmt::format("33{:04}{:03}000", index / 900, 100 + index % 900)};
}

std::vector<std::string> regionLines(int villages)
{
    std::vector<std::string> lines;
    domain::Region region;
    for (int i = 0; i < villages; ++i) {
        if (i % villagesOfTown == 0) {
            region.code = townOf(i / villagesOfTown);
            region.parent = {};
            region.kind = domain::RegionKind::town;
            region.name = fmt::format("示例{}镇", i / villagesOfTown + 1);
            lines.push_back(domain::canonicalJson(region));
        }
        region.parent = townOf(i / villagesOfTown);
        region.code = villageOf(i);
        region.kind = domain::RegionKind::village;
        region.name = fmt::format("石洞{}村", i + 1);
        lines.push_back(domain::canonicalJson(region));
    }
    return lines;
}

void put(support::Tablet& tablet, const char* part, const std::vector<std::string>& lines)
{
    const auto done =
        store::Reference(tablet.db()).replace(part, "\"bench\"", lines, tablet.clock().wallMs());
    if (!done) throw std::runtime_error(done.error().code + " " + done.error().where);
}

}  // namespace

domain::RegionCode villageOf(int index)
{
    const domain::RegionCode town = townOf(index / villagesOfTown);
    return {town.value.substr(0, 9) + fmt::format("{:03}", 200 + index % villagesOfTown)};
}

void fillProvince(support::Tablet& tablet, int villages)
{
    domain::Campaign campaign = *store::Reference(tablet.db()).campaign(support::county::campaign);
    domain::Assignment assignment{campaign.id, support::county::inspector().id, {}, {}};
    campaign.participants.clear();
    for (int i = 0; i < villages; ++i) {
        campaign.participants.push_back(villageOf(i));
        if (i % villagesOfTown == 0) assignment.regions.push_back(townOf(i / villagesOfTown));
    }
    SQLite::Transaction transaction(tablet.db());
    put(tablet, "regions", regionLines(villages));
    put(tablet, "campaigns", {domain::canonicalJson(campaign)});
    put(tablet, "assignments", {domain::canonicalJson(assignment)});
    transaction.commit();
}

void useSheet(support::Tablet& tablet, const domain::Checklist& sheet)
{
    domain::Campaign campaign = *store::Reference(tablet.db()).campaign(support::county::campaign);
    campaign.checklists = support::county::campaignOf({sheet}).checklists;
    SQLite::Transaction transaction(tablet.db());
    put(tablet, "checklists", {domain::canonicalJson(sheet)});
    put(tablet, "campaigns", {domain::canonicalJson(campaign)});
    transaction.commit();
}

}  // namespace bench
