#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "core/domain/codec.h"
#include "core/sheets/grid.h"
#include "tests/hub/admin/desk.h"

// A kind of check that the office thought of: nothing of it is in the program.

using namespace hubtest;

namespace {

const std::string toilets =
    "公厕管理检查表\n"
    "检查类型,GC\n"
    "检查对象,设施\n"
    "类别,序,检查内容,满分,扣分规则,封顶,照片\n"
    "环境 60,1,地面、便池有污物,40,每处 5,40,必\n"
    ",2,有臭味,20,一次扣 20,20,选\n"
    "设施 40,3,门、灯、水龙头损坏,40,每处 10,40,选\n";

/// One visit of one toilet as a tablet makes it from what it pulled; so many dirty places.
domain::Inspection visit(County& county, const Tablet& tablet, const domain::Checklist& sheet,
                         const domain::Campaign& campaign, const std::string& toilet, int dirty)
{
    domain::Inspection made;
    made.id = {county.ids.next()};
    made.campaign = campaign.id;
    made.checklist = campaign.checklists.at(0).checklist;
    made.village = {toilet.substr(0, 12)};
    made.subject = {toilet};
    made.inspector = tablet.user.id;
    made.startedAtMs = county.clock.nowMs - 1000;
    made.submittedAtMs = county.clock.nowMs;
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items)
            made.answers.push_back({item.code, domain::AnswerState::ok, {}, {}, 0, {}});
    for (int i = 0; i < dirty; ++i) {
        domain::Finding finding;
        finding.id = {county.ids.next()};
        finding.ruleCode = sheet.sections[0].items[0].rules[0].code;
        finding.place = "第 " + std::to_string(i + 1) + " 间";
        domain::PhotoEntry photo = county.photo(toilet + std::to_string(i));
        photo.itemCode = made.answers[0].itemCode;
        photo.finding = finding.id;
        county.storeBlob(photo);
        made.answers[0].state = domain::AnswerState::found;
        made.answers[0].findings.push_back(finding);
        made.photos.push_back(photo);
    }
    return made;
}

/// The words of an exported explanation, without their indentation.
std::vector<std::string> wordsOf(const std::string& file)
{
    const auto grid = sheets::gridFromFile(file);
    REQUIRE(grid);
    std::vector<std::string> words;
    for (std::size_t row = 1; row < grid->rows.size(); ++row) words.push_back(grid->at(row, 1));
    return words;
}

std::vector<std::string> wordsIn(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        words.push_back(line.substr(line.find_first_not_of(' ')));
    return words;
}

}  // namespace

TEST_CASE("A new kind of check is imported, published, inspected by facility, ranked and explained")
{
    County county;
    Desk office(county);
    office.run({"import-checklist", office.file("gc.csv", toilets)});
    office.run({"import-facilities", office.file("toilets.csv",
                                                 "代码,名称\n330799001201-GC1,村口公厕\n"
                                                 "330799001201-GC2,广场公厕\n"
                                                 "330799001202-GC1,桥头公厕\n")});
    office.run({"add-campaign", "公厕十一月", "GC=100", "--from", "2026-11-01", "--to",
                "2026-11-30", "--places", "甲镇", "--publish"});
    office.run({"assign", "公厕十一月", "张三", "甲镇"});

    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    const auto sheet = lineNaming<domain::Checklist>(county.reference(zhang, "checklists"),
                                                     "公厕管理检查表", domain::checklistFromJson);
    const auto campaign = lineNaming<domain::Campaign>(county.reference(zhang, "campaigns"),
                                                       "公厕十一月", domain::campaignFromJson);
    CHECK(sheet.subject == domain::SubjectKind::facility);
    for (const auto& [toilet, dirty] :
         {std::pair{"330799001201-GC1", 2}, {"330799001201-GC2", 1}, {"330799001202-GC1", 1}}) {
        const auto made = visit(county, zhang, sheet, campaign, toilet, dirty);
        const auto pushed = county.pushOne(zhang, county.submitted(zhang, made));
        INFO(pushed.code);
        CHECK(textOf(pushed.outcome) == "applied");
        CHECK(textOf(county.pushOne(wang, county.reviewed(wang, made, domain::Decision::approve))
                         .outcome) == "applied");
    }

    // 上村: (90 + 95) / 2; 下村: 95.
    const std::string first = office.run({"explain", "公厕十一月", "下村"});
    CHECK(first.find("第 1 名，共 2 村，95 分") != std::string::npos);
    const std::string second = office.run({"explain", "公厕十一月", "上村"});
    for (const char* part :
         {"第 2 名，共 2 村，92.5 分", "比前一名 下村（第 1 名） 少 2.5 分",
          "公厕管理检查表：92.5 分（2 个设施平均）", "设施 村口公厕", "每处 5：2 处 × 5 = 10",
          "问题，第 2 间", "照片 ", "检查人 张三", "审核人 王五"}) {
        INFO(second << part);
        CHECK(second.find(part) != std::string::npos);
    }
    for (const char* name : {"why.xlsx", "why.csv"}) {
        office.run({"explain", "公厕十一月", "上村", "--out", office.path(name)});
        CHECK(wordsOf(office.path(name)) == wordsIn(second));
    }
    office.run({"freeze", "公厕十一月", office.path("gc.txt")});
    CHECK(office.run({"verify", office.path("gc.txt")}).find("3 次检查") != std::string::npos);
    CHECK(office.run({"explain", "公厕十一月", "上村"}) == second);
}

TEST_CASE("The next month takes last month's places, and months combine to a year that verifies")
{
    County county;
    Desk office(county);
    const auto addMonth = [&](const std::string& name, const std::string& month) {
        office.run({"add-campaign", name, "LJ=100", "--from", month + "-01", "--to", month + "-28",
                    "--period", "month", "--all", "--publish", "--id", name});
        office.run({"assign", name, "张三", "甲镇"});
    };
    addMonth("九月", "2026-09");
    addMonth("十月", "2026-10");
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    const auto inspect = [&](const std::string& month, const std::string& village, int notOk) {
        domain::Inspection made = county.inspection(zhang, village, "LJ");
        made.campaign = {month};
        for (domain::Answer& answer : made.answers)
            if (answer.itemCode == "LJ01" && notOk > 0) {
                domain::Finding finding;
                finding.id = {county.ids.next()};
                finding.ruleCode = "a";
                answer.state = domain::AnswerState::found;
                answer.findings = {finding};
            }
        const auto pushed = county.pushOne(zhang, county.submitted(zhang, made));
        INFO(pushed.code << pushed.message);
        REQUIRE(textOf(pushed.outcome) == "applied");
        REQUIRE(textOf(county.pushOne(wang, county.reviewed(wang, made, domain::Decision::approve))
                           .outcome) == "applied");
    };
    inspect("九月", village11, 1);
    inspect("九月", village12, 0);
    inspect("十月", village11, 0);
    inspect("十月", village12, 0);
    office.run({"freeze", "九月", office.path("9.txt")});
    office.run({"freeze", "十月", office.path("10.txt")});
    const std::string october = office.run({"rank", "十月"});
    CHECK(october.find("进步最快（比九月）") != std::string::npos);
    CHECK(office.run({"explain", "十月", "上村"}).find("上期（九月）第 2 名") != std::string::npos);

    office.run({"add-campaign", "全年", "--combine", "九月=1", "十月=3", "--from", "2026-09-01",
                "--to", "2026-10-28", "--period", "year", "--all", "--publish"});
    CHECK(office.run({"explain", "全年", "上村"}).find("九月：98 分，占 25%") != std::string::npos);
    office.run({"freeze", "全年", office.path("y.txt")});
    CHECK(office.run({"verify", office.path("y.txt")}).find("核对无误") != std::string::npos);
}
