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

TEST_CASE("Villages and teams are drawn again from the same seed alike")
{
    Desk desk;
    desk.run({"demo"});
    const std::string campaigns = desk.run({"list", "campaigns"});
    const std::string campaign = campaigns.substr(0, campaigns.find(' '));
    const std::string made = desk.run({"draw", "--new-seed"});
    const std::size_t at = made.find("）") + std::string("）").size();
    const std::string seed = made.substr(at, 64);
    const std::vector<std::string> draw = {"draw", campaign, "--seed", seed,     "--wanted",
                                           "5",    "--team", "甲组",   "--team", "乙组"};
    const std::string drawn = desk.run(draw);
    CHECK(std::count(drawn.begin(), drawn.end(), '\n') == 6);
    CHECK(has(drawn, "公布于"));
    CHECK(desk.run(draw) == drawn);
    std::ofstream(desk.path("last.txt")) << drawn;
    std::vector<std::string> next = draw;
    next.insert(next.end(), {"--last", desk.path("last.txt")});
    CHECK(desk.run(next) != drawn);
    next.insert(next.end(), {"--input", desk.path("draw.json")});
    desk.run(next);
    CHECK(has(support::fileText(desk.path("draw.json")), "\"seed\":\"" + seed));
    CHECK(has(desk.run({"list", "audit"}), "draw.seed"));
}

TEST_CASE("A seed whose hash was not announced before draws nothing")
{
    Desk desk;
    desk.run({"demo"});
    const std::string seed(40, 's');
    const std::vector<std::string> draw = {"draw",     "demo", "--seed", seed,
                                           "--wanted", "5",    "--team", "甲组"};
    CHECK(has(desk.run(draw, 1), "draw.not_announced"));
    CHECK(has(desk.run({"draw", "--announce", "abc"}, 1), "draw.hash"));
    desk.run({"draw", "--announce", report::commitmentOf(seed)});
    desk.run(draw);
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
