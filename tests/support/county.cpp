#include "tests/support/county.h"

#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"

namespace support::county {

namespace {
domain::Region region(const domain::RegionCode& code, const domain::RegionCode& parent,
                      domain::RegionKind kind, const char* name)
{
    domain::Region made;
    made.code = code;
    made.parent = parent;
    made.kind = kind;
    made.name = name;
    return made;
}

template <class Values>
std::vector<std::string> linesOf(const Values& values)
{
    std::vector<std::string> all;
    for (const auto& value : values) all.push_back(domain::canonicalJson(value));
    return all;
}
}  // namespace

domain::User inspector()
{
    return {{"u-inspector"}, "张巡", domain::Role::inspector, {}, true};
}

domain::User otherInspector()
{
    return {{"u-other"}, "李查", domain::Role::inspector, {}, true};
}

domain::User supervisor()
{
    domain::User user{{"u-supervisor"}, "王审", domain::Role::supervisor, {town1, town2}, true};
    user.mayAdjust = true;
    return user;
}

domain::User chief()
{
    return {{"u-chief"}, "赵总", domain::Role::chief, {}, true};
}

std::vector<domain::Region> regions()
{
    using enum domain::RegionKind;
    const domain::RegionCode top{"330799000000"};
    std::vector<domain::Region> all = {
        region(top, {}, county, "示例县"),
        region(town1, top, town, "六石街道"),
        region(village1, town1, village, "石洞坑村"),
        region(village2, town1, village, "下石塘村"),
        region(village3, town1, village, "樟树下社区"),
        region(town2, top, town, "画溪镇"),
        region(village4, town2, village, "石洞村"),
        region(village5, town2, village, "溪口村"),
        region(village6, town2, village, "长乐村"),
        region(plant1, village1, facility, "石洞坑 1 号终端"),
    };
    all[2].aliases = {"石硐坑"};
    all[2].position = base::GeoPoint{29.258053, 120.236028};
    return all;
}

domain::ChecklistRef refOf(const domain::Checklist& sheet)
{
    return {sheet.kind, sheet.version, {crypto::sha256(domain::canonicalJson(sheet))}};
}

domain::Campaign campaignOf(const std::vector<domain::Checklist>& sheets)
{
    domain::Campaign made;
    made.id = campaign;
    made.name = "2026 年 11 月";
    made.firstDay = "2026-11-01";
    made.lastDay = "2026-11-30";
    made.state = domain::CampaignState::published;
    for (const domain::Checklist& sheet : sheets)
        made.checklists.push_back({refOf(sheet), base::Points::whole(sheet.kind == "MV"   ? 50
                                                                     : sheet.kind == "LJ" ? 30
                                                                                          : 20)});
    made.participants = {village1, village2, village3, village4, village5, village6};
    return made;
}

std::vector<std::string> lines(const std::string& part)
{
    if (part == "regions") return linesOf(regions());
    if (part == "checklists") return linesOf(checklists::samples());
    if (part == "campaigns") return linesOf(std::vector{campaignOf(checklists::samples())});
    if (part == "people")
        return linesOf(std::vector{inspector(), otherInspector(), supervisor(), chief()});
    if (part == "assignments")
        return linesOf(std::vector{domain::Assignment{campaign, inspector().id, {town1, town2}, {}},
                                   domain::Assignment{campaign, otherInspector().id, {town1}, {}}});
    return {};
}

}  // namespace support::county
