#include "core/ranking/ranking_codec.h"
#include "tests/hub/admin/desk.h"

using hubtest::Desk;
using hubtest::has;

namespace {

const std::string regions =
    "code,name,town_code,town\n"
    "330799001201,上村,330799001000,甲镇\n"
    "330799001202,下村,330799001000,甲镇\n"
    "330799002201,溪村,330799002000,乙镇\n"
    "330799002202,山村,330799002000,乙镇\n";

const std::string titles =
    "村,称号,起,止\n"
    "上村,精品村,2026-01-01,\n"
    "下村,达标村,2025-01-01,2026-10-31\n"
    "330799002201,达标村,2026-06-01,2027-05-31\n"
    "山村,善治示范村,2026-01-01,\n";

void makeCounty(Desk& desk)
{
    desk.run({"init", "示例县"});
    desk.run({"import-regions", desk.file("regions.csv", regions)});
    desk.run({"import-samples"});
    desk.run({"import-titles", desk.file("titles.csv", titles)});
}

ranking::Ranking rankingOf(Desk& desk, const std::string& campaign)
{
    return ranking::rankingFromJson(desk.run({"rank", campaign, "--json"})).value();
}

void addCampaign(Desk& desk, const std::string& name, const std::string& month,
                 std::vector<std::string> more)
{
    std::vector<std::string> arguments = {"add-campaign", name,       "LJ=100",      "--id",
                                          name,           "--from",   month + "-01", "--to",
                                          month + "-28",  "--period", "month",       "--publish"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    desk.run(arguments);
}

}  // namespace

TEST_CASE("Titles are imported with their periods; bad lines are named, the others stand")
{
    Desk desk;
    makeCounty(desk);
    CHECK(has(desk.run({"import-titles", desk.path("titles.csv")}), "新增或更改 0，不变 4"));
    CHECK(has(desk.run({"list", "titles"}), "下村 达标村 2025-01-01 起，至 2026-10-31"));
    const std::string bad = desk.run({"import-titles", desk.file("bad.csv",
                                                                 "村,称号,起,止\n"
                                                                 "上村,,2026-01-01,\n"
                                                                 "上村,达标村,2026-02-30,\n"
                                                                 "无此村,达标村,2026-01-01,\n"
                                                                 "山村,达标村,2026-01-01\n")},
                                     1);
    for (const char* part :
         {"title.name", "title.days", "line 3", "region.unknown", "line 4", "新增或更改 1"})
        CHECK(has(bad, part));
    CHECK(has(desk.run({"import-titles", desk.file("no.csv", "a,b\n")}, 1), "csv.header"));
}

TEST_CASE("A campaign takes and leaves out by title, as borne on its days, and says why")
{
    Desk desk;
    makeCounty(desk);
    addCampaign(desk, "十一月", "2026-11", {"--all", "--without-title", "善治示范村"});
    const ranking::Ranking ranking = rankingOf(desk, "十一月");
    REQUIRE(ranking.notRanked.size() == 4);
    CHECK(ranking.notRanked[3].name == "山村");
    CHECK(ranking.notRanked[3].reason == "称号：善治示范村");
    CHECK(has(desk.run({"explain", "十一月", "山村"}), "在本批次的排除名单里：称号：善治示范村"));

    addCampaign(desk, "只达标", "2026-11", {"--all", "--with-title", "达标村"});
    CHECK(rankingOf(desk, "只达标").notRanked.size() == 1);  // 下村 was one until October
    addCampaign(desk, "十月达标", "2026-10", {"--all", "--with-title", "达标村"});
    CHECK(rankingOf(desk, "十月达标").notRanked.size() == 2);
    addCampaign(desk, "合并", "2026-11", {"--all", "--exclude", "上村=撤并"});
    CHECK(has(desk.run({"rank", "合并"}), "在排除名单里：撤并"));
}

TEST_CASE("The classes of a campaign are frozen with it")
{
    Desk desk;
    makeCounty(desk);
    addCampaign(desk, "分组", "2026-11", {"--all", "--group-by-title", "精品村", "达标村"});
    desk.run({"import-titles", desk.file("later.csv", "村,称号,起\n山村,精品村,2026-01-01\n")});
    const std::string json = desk.run({"freeze", "分组", desk.path("p.txt")});
    const std::string list = desk.run({"verify", desk.path("p.txt")});
    CHECK(has(list, "核对无误"));
    std::ifstream file(desk.path("p.txt"));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(has(text,
              "\"classes\":[{\"title\":\"精品村\",\"village\":\"330799001201\"},"
              "{\"title\":\"达标村\",\"village\":\"330799002201\"}]"));
    CHECK(has(text, "\"byClass\":true"));
    CHECK(has(text, "\"class\":\"达标村\",\"code\":\"330799002201\""));
}
