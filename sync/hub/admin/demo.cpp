#include "sync/hub/admin/demo.h"

#include <fmt/format.h>

#include "core/checklists/samples.h"
#include "core/domain/word_text.h"
#include "sync/hub/admin/new_campaign.h"
#include "sync/hub/admin/time_text.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/hub/store/reference.h"

namespace hub {

namespace {
struct Town {
    const char* code9;
    const char* name;
};
constexpr Town towns[] = {
    {"330783001", "吴宁街道"}, {"330783003", "南市街道"}, {"330783004", "白云街道"},
    {"330783005", "江北街道"}, {"330783006", "城东街道"}, {"330783007", "六石街道"},
    {"330783106", "巍山镇"},   {"330783107", "虎鹿镇"},   {"330783108", "歌山镇"},
    {"330783109", "佐村镇"},   {"330783110", "东阳江镇"}, {"330783112", "湖溪镇"},
    {"330783114", "马宅镇"},   {"330783116", "千祥镇"},   {"330783118", "南马镇"},
    {"330783122", "画水镇"},   {"330783123", "横店镇"},   {"330783201", "三单乡"}};

constexpr const char* villageNames[] = {
    "青溪头村", "石鼓岭村", "云栖坞村", "莲塘畈村", "桂花坪村", "竹山下村", "枫林口村", "白鹭湾村",
    "大樟树村", "小桥头村", "柿子园村", "梅花井村", "双龙潭村", "古柏前村", "水碓边村", "茶园里村",
    "金谷塘村", "松风岭村", "杏花坞村", "月亮塘村", "上荷畈村", "下荷畈村", "新溪边村", "老石桥村",
    "东篱前村", "西篱后村", "红枫坑村", "紫云坪村", "油菜塘村", "凤栖山村", "鹤鸣岭村", "麦田垄村",
    "泉水坑村", "芦花荡村", "榴花园村", "桑葚园村", "银杏坪村", "翠竹坞村", "稻香畈村", "星月湾村"};

domain::RegionCode townCode(const Town& town)
{
    return {std::string(town.code9) + "000"};
}

void addPlaces(Connection& connection)
{
    for (const Town& town : towns) {
        domain::Region region;
        region.code = townCode(town);
        region.kind = domain::RegionKind::town;
        region.name = town.name;
        putRegion(connection, region);
    }
    for (std::size_t i = 0; i < std::size(villageNames); ++i) {
        const std::size_t town = i % std::size(towns);
        domain::Region region;
        region.parent = townCode(towns[town]);
        region.code.value = fmt::format("{}{}", towns[town].code9, 390 + i / std::size(towns));
        region.name = villageNames[i];
        region.urCode = "220";
        // A made-up place within the county: a grid of towns, villages a few hundred metres apart.
        const std::size_t townRow = town / 3;
        region.position = base::GeoPoint{
            29.10 + 0.05 * static_cast<double>(townRow) + 0.006 * static_cast<double>(i % 7),
            120.15 + 0.08 * static_cast<double>(town % 3) + 0.005 * static_cast<double>(i % 5)};
        putRegion(connection, region);
    }
}

int daysOf(int year, int month)
{
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

base::Result<domain::Campaign> addDemoCampaign(Connection& connection, std::int64_t nowMs)
{
    const std::string today = timeText(nowMs);
    const int year = std::stoi(today.substr(0, 4));
    const int month = std::stoi(today.substr(5, 2));
    NewCampaign wanted;
    wanted.name = fmt::format("{}年{}月检查（演示）", year, month);
    wanted.period = "month";
    wanted.from = fmt::format("{}-{:02}-01", year, month);
    wanted.to = fmt::format("{}-{:02}-{}", year, month, daysOf(year, month));
    wanted.all = true;
    wanted.sheets = {"MV=50", "LJ=30", "WS=20"};
    for (const domain::Checklist& sheet : checklists::samples())
        if (const auto added = addChecklist(connection, sheet); !added)
            return tl::unexpected(added.error());
    auto campaign = campaignOf(connection, wanted, "demo");
    if (!campaign) return campaign;
    campaign->state = domain::CampaignState::published;
    if (auto put = putCampaign(connection, *campaign); !put) return tl::unexpected(put.error());
    return campaign;
}

DemoPerson addPerson(Connection& connection, const domain::User& user, std::int64_t nowMs,
                     const base::RandomBytes& random)
{
    constexpr std::int64_t monthMs = std::int64_t{30} * 24 * 3'600'000;
    putUser(connection, user);
    const std::string code = newEnrolCode(random);
    addEnrolCode(connection, *enrolCodeHash(code), user.id, nowMs, nowMs + monthMs);
    return {user.id.value, user.name, domain::wordOf(user.role), code};
}
}  // namespace

base::Result<std::vector<DemoPerson>> fillDemo(Connection& connection, std::int64_t nowMs,
                                               const base::RandomBytes& random)
{
    if (!listUsers(connection).empty() ||
        !listRegions(connection, domain::RegionKind::town).empty())
        return base::fail("demo.not_empty", "这个库里已有数据，演示县只能建在空库里");
    addPlaces(connection);
    const auto campaign = addDemoCampaign(connection, nowMs);
    if (!campaign) return tl::unexpected(campaign.error());

    std::vector<domain::RegionCode> allTowns;
    for (const Town& town : towns) allTowns.push_back(townCode(town));
    const auto half = allTowns.begin() + static_cast<std::ptrdiff_t>(allTowns.size() / 2);
    using domain::Role;
    std::vector<DemoPerson> people;
    const auto add = [&](const char* id, const char* name, Role role,
                         std::vector<domain::RegionCode> scope) {
        people.push_back(
            addPerson(connection, {{id}, name, role, std::move(scope), true}, nowMs, random));
    };
    add("zhangsan", "张三", Role::inspector, {});
    add("lisi", "李四", Role::inspector, {});
    domain::User supervisor{{"wangwu"}, "王五", Role::supervisor, allTowns, true};
    supervisor.mayAdjust = true;
    people.push_back(addPerson(connection, supervisor, nowMs, random));
    add("zhaoliu", "赵六", Role::chief, {});
    putAssignment(connection, {campaign->id, {"zhangsan"}, {allTowns.begin(), half}, {}});
    putAssignment(connection, {campaign->id, {"lisi"}, {half, allTowns.end()}, {}});
    audit(connection, nowMs, "command", "demo", campaign->id.value);
    return people;
}

}  // namespace hub
