#include <map>
#include <sstream>

#include "core/report/draw.h"
#include "tests/hub/admin/desk.h"
#include "tests/support/file_text.h"

using hubtest::Desk;
using hubtest::has;

TEST_CASE("The office takes a sheet away as a spreadsheet and brings its own back")
{
    Desk desk;
    desk.run({"init", "示例县"});
    desk.run({"import-samples"});
    for (const char* name : {"lj.xlsx", "lj.csv"}) {
        desk.run({"export-checklist", "LJ@1", desk.path(name)});
        desk.run({"import-checklist", desk.path(name)});
    }
    CHECK(has(desk.run({"export-checklist", "QQ@1", desk.path("q.csv")}, 1), "checklist.unknown"));
    std::ofstream(desk.path("bad.csv")) << "检查类型,XD\n检查内容,满分,扣分规则\n路面,四,酌情\n";
    const std::string refused = desk.run({"import-checklist", desk.path("bad.csv")}, 1);
    CHECK(has(refused, "B3"));
    CHECK(has(refused, "C3"));
}

TEST_CASE("A frozen ranking verifies, and a changed byte is named")
{
    Desk desk;
    desk.run({"demo"});
    const std::string campaigns = desk.run({"list", "campaigns"});
    const std::string campaign = campaigns.substr(0, campaigns.find(' '));
    desk.run({"freeze", campaign, desk.path("p.txt")});
    CHECK(has(desk.run({"verify", desk.path("p.txt")}), "核对无误"));
    Desk stranger;  // who has no database
    CHECK(has(stranger.run({"verify", desk.path("p.txt")}), "核对无误"));
    CHECK_FALSE(std::filesystem::exists(stranger.path("data")));
    CHECK(has(desk.run({"freeze", campaign, desk.path("p2.txt")}, 1), "publish.reason"));
    CHECK(has(desk.run({"freeze", campaign, desk.path("p2.txt"), "--reason", "申诉"}, 1),
              "package.unchanged"));
    CHECK(has(desk.run({"publications", campaign, "--out", desk.path("again.txt")}), "1 "));
    CHECK(has(desk.run({"verify", desk.path("again.txt")}), "核对无误"));
    std::fstream file(desk.path("p.txt"), std::ios::in | std::ios::out);
    file.seekp(-10, std::ios::end);
    file << "x";
    file.close();
    CHECK(has(desk.run({"verify", desk.path("p.txt")}, 1), "package.changed"));
}

namespace {

/// An office that draws five villages of the demo's campaign for two teams.
class Drawing : public Desk {
public:
    Drawing()
    {
        run({"demo"});
        const std::string campaigns = run({"list", "campaigns"});
        campaign = campaigns.substr(0, campaigns.find(' '));
    }
    std::string announce(const std::string& how, const std::string& hash = {}, int wanted = 0)
    {
        std::vector<std::string> arguments = {
            "draw", campaign,  "--wanted",          "5", "--team", "甲组", "--team",
            "乙组", "--input", path("before.json"), how};
        if (!hash.empty()) arguments.push_back(hash);
        return run(arguments, wanted);
    }
    std::string newSeed()
    {
        const std::string made = announce("--new-seed");
        return made.substr(made.rfind("）") + std::string("）").size(), 64);
    }
    /// Team by village.
    static std::map<std::string, std::string> teamsOf(const std::string& drawn)
    {
        std::map<std::string, std::string> teams;
        std::istringstream lines(drawn);
        for (std::string line; std::getline(lines, line);)
            if (!line.starts_with('#')) teams[line.substr(0, 12)] = line.substr(13);
        return teams;
    }

    std::string campaign;
};

}  // namespace

TEST_CASE("Villages and teams are drawn again from the same seed alike, as was announced")
{
    Drawing office;
    const std::string seed = office.newSeed();
    const report::DrawInput before =
        report::drawInputFromJson(support::fileText(office.path("before.json"))).value();
    CHECK(before.seed.empty());
    const std::vector<std::string> draw = {"draw", "--seed", seed, "--input",
                                           office.path("draw.json")};
    const std::string drawn = office.run(draw);
    CHECK(std::count(drawn.begin(), drawn.end(), '\n') == 7);
    CHECK(has(drawn, "公布于"));
    CHECK(has(drawn, "# 依据指纹 " + report::commitmentOf(before)));
    CHECK(office.run(draw) == drawn);
    CHECK(has(support::fileText(office.path("draw.json")), "\"seed\":\"" + seed));
    CHECK(has(office.run({"list", "audit"}), report::commitmentOf(before)));
    CHECK(has(office.run({"draw", office.campaign, "--seed", seed, "--wanted", "9"}, 1),
              "draw.fixed"));
}

TEST_CASE("No team is drawn for a village twice running, also one that a draw between left out")
{
    Drawing office;
    std::map<std::string, std::string> last;
    for (int round = 0; round < 6; ++round) {
        const auto drawn = Drawing::teamsOf(office.run({"draw", "--seed", office.newSeed()}));
        CHECK(drawn.size() == 5);
        for (const auto& [village, team] : drawn) {
            CAPTURE(round, village);
            CHECK(last[village] != team);
            last[village] = team;
        }
    }
}

TEST_CASE("An announcement that another draw made void, a draft and a foreign seed draw nothing")
{
    Drawing office;
    const std::string seed(40, 's');
    CHECK(has(office.run({"draw", "--seed", seed}, 1), "draw.not_announced"));
    CHECK(has(office.announce("--announce", "abc", 1), "draw.hash"));
    office.announce("--announce", report::commitmentOf(seed));
    CHECK(has(office.announce("--announce", report::commitmentOf(seed), 1), "draw.announced"));
    office.run({"draw", "--seed", office.newSeed()});
    CHECK(has(office.run({"draw", "--seed", seed}, 1), "draw.stale"));
    office.run({"import-samples"});
    office.run({"add-campaign", "草稿", "LJ=100", "--from", "2026-11-01", "--to", "2026-11-30",
                "--all", "--id", "draft"});
    office.campaign = "draft";
    CHECK(has(office.announce("--new-seed", {}, 1), "draw.draft"));
}

TEST_CASE(
    "The right to adjust points is given to a supervisor and taken back, and the audit says so")
{
    hubtest::CountyDesk office;
    office.run({"add-user", "孙七", "--id", "sun", "--role", "supervisor", "--scope", "甲镇"});
    const auto users = [&] { return office.run({"list", "users"}); };
    CHECK_FALSE(has(users(), "sun 孙七 supervisor 可调整分数"));
    office.run({"allow-adjust", "孙七"});
    CHECK(has(users(), "sun 孙七 supervisor 可调整分数"));
    office.run({"forbid-adjust", "sun"});
    CHECK_FALSE(has(users(), "sun 孙七 supervisor 可调整分数"));
    const std::string audit = office.run({"list", "audit"});
    CHECK(has(audit, "user.allow_adjust sun"));
    CHECK(has(audit, "user.forbid_adjust sun"));
    office.run({"add-user", "周八", "--id", "zhou", "--role", "supervisor", "--scope", "甲镇",
                "--may-adjust"});
    CHECK(has(users(), "zhou 周八 supervisor 可调整分数"));
    CHECK(has(office.run({"allow-adjust", "张三"}, 1), "[user.adjust]"));
    CHECK(has(office.run({"forbid-adjust", "赵六"}, 1), "[user.adjust]"));
    CHECK(has(office.run({"allow-adjust", "无此人"}, 1), "[user.unknown]"));
}

TEST_CASE("A sheet is a draft that may change, then published for ever, then retired")
{
    Desk desk;
    desk.run({"init", "示例县"});
    desk.run({"import-regions", desk.file("r.csv",
                                          "code,name,town_code,town\n"
                                          "330799001201,上村,330799001000,甲镇\n")});
    const auto sheet = [&](const std::string& points) {
        return desk.file("xd.csv",
                         "路面检查表\n检查类型,XD\n类别,序,检查内容,满分,扣分规则\n路面,1,"
                         "路面有垃圾," +
                             points + ",每处 1\n");
    };
    const auto campaign = [&](const std::string& name, int wanted) {
        return desk.run(
            {"add-campaign", name, "XD=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all"},
            wanted);
    };
    desk.run({"import-checklist", sheet("10"), "--draft"});
    desk.run({"import-checklist", sheet("20"), "--draft"});
    CHECK(has(desk.run({"list", "checklists"}), "XD@1 路面检查表 草稿"));
    CHECK(has(campaign("一期", 1), "campaign.sheet_unknown"));
    desk.run({"export-checklist", "XD@1", desk.path("back.csv")});
    CHECK(has(desk.run({"retire-checklist", "XD@1"}, 1), "checklist.unknown"));
    desk.run({"publish-checklist", "XD@1"});
    CHECK(has(desk.run({"publish-checklist", "XD@1"}, 1), "checklist.unknown"));
    CHECK(
        has(desk.run({"import-checklist", sheet("30"), "--draft"}, 1), "checklist.version_taken"));
    CHECK(has(desk.run({"import-checklist", sheet("30")}, 1), "checklist.version_taken"));
    campaign("一期", 0);
    desk.run({"retire-checklist", "XD@1"});
    CHECK(has(desk.run({"retire-checklist", "XD@1"}, 1), "checklist.state"));
    CHECK(has(campaign("二期", 1), "campaign.sheet_retired"));
    desk.run({"publish", "一期"});
    CHECK(has(desk.run({"rank", "一期"}), "路面检查表"));
    CHECK(has(desk.run({"list", "checklists"}), "已停用"));
    CHECK(has(desk.run({"publish-checklist", "XD"}, 1), "checklist.unknown"));
}
