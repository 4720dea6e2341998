#include "tests/hub/admin/desk.h"

using hubtest::Desk;
using hubtest::has;

TEST_CASE("The office takes a sheet away as a spreadsheet and brings its own back")
{
    Desk desk;
    desk.good({"init", "示例县"});
    desk.good({"import-samples"});
    for (const char* name : {"lj.xlsx", "lj.csv"}) {
        desk.good({"export-checklist", "LJ@1", desk.path(name)});
        desk.good({"import-checklist", desk.path(name)});
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
    desk.good({"demo"});
    const std::string campaigns = desk.good({"list", "campaigns"});
    const std::string campaign = campaigns.substr(0, campaigns.find(' '));
    desk.good({"freeze", campaign, desk.path("p.txt")});
    CHECK(has(desk.good({"verify", desk.path("p.txt")}), "核对无误"));
    CHECK(has(desk.run({"freeze", campaign, desk.path("p2.txt")}, 1), "publish.reason"));
    CHECK(has(desk.run({"freeze", campaign, desk.path("p2.txt"), "--reason", "申诉"}, 1),
              "package.unchanged"));
    CHECK(has(desk.good({"publications", campaign, "--out", desk.path("again.txt")}), "1 "));
    CHECK(has(desk.good({"verify", desk.path("again.txt")}), "核对无误"));
    std::fstream file(desk.path("p.txt"), std::ios::in | std::ios::out);
    file.seekp(-10, std::ios::end);
    file << "x";
    file.close();
    CHECK(has(desk.run({"verify", desk.path("p.txt")}, 1), "package.changed"));
}

TEST_CASE("Villages and teams are drawn again from the same seed alike")
{
    Desk desk;
    desk.good({"demo"});
    const std::string campaigns = desk.good({"list", "campaigns"});
    const std::string campaign = campaigns.substr(0, campaigns.find(' '));
    const std::string seed(40, 's');
    const std::vector<std::string> draw = {"draw", campaign, "--seed", seed,     "--wanted",
                                           "5",    "--team", "甲组",   "--team", "乙组"};
    const std::string drawn = desk.good(draw);
    CHECK(std::count(drawn.begin(), drawn.end(), '\n') == 5);
    CHECK(desk.good(draw) == drawn);
    std::ofstream(desk.path("last.txt")) << drawn;
    std::vector<std::string> next = draw;
    next.insert(next.end(), {"--last", desk.path("last.txt")});
    CHECK(desk.good(next) != drawn);
    CHECK(has(desk.good({"draw", "--new-seed"}), "指纹"));
}
