#include "core/sheets/checklist_sheet.h"

#include <rapidcheck.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "core/checklists/samples.h"
#include "core/scoring/score.h"
#include "core/scoring/validate.h"
#include "tests/core/scoring/generators.h"
#include "tests/core/sheets/xidian.h"

using namespace sheets;

namespace {

std::string tempPath(const std::string& ending)
{
    return (std::filesystem::temp_directory_path() /
            ("xuncun-sheet-" + std::to_string(::getpid()) + ending))
        .string();
}

/// Only what the rule's method uses.
void dropUnused(domain::Rule& rule)
{
    using domain::RuleMethod;
    if (rule.method != RuleMethod::perMissing) rule.kinds.clear();
    if (rule.method != RuleMethod::tier) rule.tiers.clear();
    if (rule.method != RuleMethod::ratio) rule.ratio.reset();
    if (rule.method != RuleMethod::overMagnitude) rule.magnitudeOverThousandths = 0;
}

void makeWhole(domain::Rule& rule, const domain::Item& item)
{
    using domain::RuleMethod;
    if (rule.method == RuleMethod::subPoint) rule.method = RuleMethod::once;
    rule.price = std::clamp(rule.price, base::Points{1}, item.max);
    if (rule.cap) rule.cap = std::clamp(*rule.cap, base::Points{1}, item.max);
    dropUnused(rule);
    if (rule.method == RuleMethod::tier) rule.tiers = {{"有=但没公示", {10}}, {"未执行", {25}}};
    rule.evidence.photo =
        *rc::gen::element(domain::PhotoNeed::optional, domain::PhotoNeed::perFinding,
                          domain::PhotoNeed::perItem, domain::PhotoNeed::ledger);
    if (rule.method == RuleMethod::bonus && rule.evidence.photo == domain::PhotoNeed::optional)
        rule.evidence.photo = domain::PhotoNeed::ledger;
    rule.evidence.photosAtLeast = *rc::gen::inRange(1, 4);
    rule.evidence.wideAndClose = *rc::gen::arbitrary<bool>();
    rule.evidence.galleryForbidden = *rc::gen::arbitrary<bool>();
    rule.evidence.rectificationPhoto = *rc::gen::arbitrary<bool>();
    rule.rectify = *rc::gen::arbitrary<bool>();
    const bool byFinding = rule.method == RuleMethod::perFinding || rule.method == RuleMethod::tier;
    rule.repeatPercent = byFinding ? *rc::gen::element(0, 150, 200, 1000) : 0;
    rule.severity = *rc::gen::element(domain::Severity::ordinary, domain::Severity::urgent);
}

/// Any sheet without faults.
domain::Checklist anyPublishable()
{
    domain::Checklist sheet = generators::anySheet();
    sheet.deductionCap.reset();
    sheet.bonusCap = base::Points::whole(5);
    for (domain::Section& section : sheet.sections) {
        section.title = section.code + "，\"类\"";
        section.deductionCap.reset();
        for (domain::Item& item : section.items) {
            item.max += base::Points::whole(1);
            const bool sampled =
                std::any_of(item.rules.begin(), item.rules.end(), [](const domain::Rule& rule) {
                    return rule.method == domain::RuleMethod::perHousehold;
                });
            item.title = *rc::gen::element<std::string>("路面", "庭院（抽 10 户）");
            item.sampleHouseholds = sampled ? *rc::gen::element(5, 10) : *rc::gen::element(0, 5);
            item.basis = *rc::gen::element<std::string>("", "某办法第 3 条");
            for (domain::Rule& rule : item.rules) makeWhole(rule, item);
        }
    }
    sheet.sections.push_back(
        {"last",
         "最后",
         base::Points{50},
         {sheets::item("L", 1, {sheets::rule("a", domain::RuleMethod::once, 100)})}});
    if (*rc::gen::arbitrary<bool>()) sheet.deductionCap = domain::maximumOf(sheet);
    for (domain::Section& section : sheet.sections)
        if (*rc::gen::arbitrary<bool>()) section.deductionCap = section.items[0].max;
    sheet.sample = *rc::gen::arbitrary<bool>();
    sheet.subject = *rc::gen::element(domain::SubjectKind::facility, domain::SubjectKind::village);
    sheet.state = *rc::gen::element(domain::ChecklistState::draft, domain::ChecklistState::retired);
    for (domain::Profile& profile : sheet.profiles) profile.title = "某类";
    return sheet;
}

std::vector<std::string> wheres(const base::Errors& errors)
{
    std::vector<std::string> result;
    for (const base::Error& error : errors) result.push_back(error.where);
    return result;
}

}  // namespace

TEST_CASE("Export then import gives the identical sheet, in every form")
{
    for (const domain::Checklist& sheet : checklists::samples()) {
        CAPTURE(sheet.kind);
        CHECK(checklistFromGrid(gridFromChecklist(sheet)).value() == sheet);
        for (const char* ending : {".xlsx", ".csv"})
            for (const CsvEncoding encoding : {CsvEncoding::utf8, CsvEncoding::gb18030}) {
                const std::string path = tempPath(ending);
                REQUIRE(checklistToFile(sheet, path, encoding));
                CHECK(checklistFromFile(path).value() == sheet);
                std::filesystem::remove(path);
            }
    }
}

TEST_CASE("Any sheet that may be published survives export and import")
{
    CHECK(rc::check("round trip", [] {
        const domain::Checklist sheet = anyPublishable();
        RC_ASSERT(scoring::problemsOf(sheet).empty());
        const Grid grid = gridFromChecklist(sheet);
        RC_ASSERT(checklistFromGrid(grid).value() == sheet);
        for (const CsvEncoding encoding : {CsvEncoding::utf8, CsvEncoding::gb18030}) {
            const auto read = gridFromCsv(csvFromGrid(grid, encoding));
            RC_ASSERT(checklistFromGrid(read.value()).value() == sheet);
        }
    }));
}

TEST_CASE("A sheet that may not be published is not imported either")
{
    CHECK(rc::check("faults", [] {
        domain::Checklist sheet = generators::anySheet();
        for (domain::Section& section : sheet.sections)
            for (domain::Item& item : section.items)
                for (domain::Rule& rule : item.rules) dropUnused(rule);
        RC_PRE(!scoring::problemsOf(sheet).empty());
        RC_ASSERT(!checklistFromGrid(gridFromChecklist(sheet)).has_value());
    }));
}

TEST_CASE("A sheet typed from an office's own table is read, rules understood from their words")
{
    const auto read = checklistFromGrid(xidian());
    if (!read)
        for (const base::Error& error : read.error()) UNSCOPED_INFO(error.message);
    REQUIRE(read);
    CHECK(read->kind == "XD");
    CHECK(read->sections.size() == 6);
    CHECK(read->sections[0].title == "公共区域");
    CHECK(domain::maximumOf(*read) == base::Points::whole(50));
    const domain::Item* sixth = domain::findItem(*read, "XD06");
    REQUIRE(sixth);
    CHECK(sixth->rules[0].method == domain::RuleMethod::zeroItem);
    CHECK(sixth->rules[0].evidence.photo == domain::PhotoNeed::ledger);
    const domain::Item* last = domain::findItem(*read, "XD14");
    REQUIRE(last);
    REQUIRE(last->rules.size() == 2);
    CHECK(last->rules[1].method == domain::RuleMethod::perMissing);
    const auto score =
        scoring::scoreOf(*read, {}, {sheets::found("XD08", "a", 2), sheets::found("XD06", "a", 1)});
    CHECK(score.points == base::Points::whole(50 - 6 - 2));
}

TEST_CASE("What a repeated finding costs is read as offices write it")
{
    Grid grid = xidian();
    grid.rows[2].resize(9);
    grid.rows[2][8] = "重复发现";
    const char* words[] = {"200%", "2倍", "加倍", "1.5倍", ""};
    for (std::size_t i = 0; i < std::size(words); ++i) {
        grid.rows[3 + i].resize(9);
        grid.rows[3 + i][8] = words[i];
    }
    const auto read = checklistFromGrid(grid);
    REQUIRE(read);
    std::vector<int> percents;
    for (const domain::Item& item : read->sections[0].items)
        percents.push_back(item.rules[0].repeatPercent);
    CHECK(std::vector<int>(percents.begin(), percents.begin() + 5) ==
          std::vector<int>{200, 200, 200, 150, 0});
    grid.rows[3][8] = "从重";
    const auto refused = checklistFromGrid(grid);
    REQUIRE_FALSE(refused);
    CHECK(wheres(refused.error()) == std::vector<std::string>{"西店!I4"});
}

TEST_CASE("All errors come at once, each with sheet, row and column, in Chinese")
{
    Grid grid = xidian();
    grid.rows[3][4] = "四";
    grid.rows[5][5] = "酌情";
    grid.rows[9][7] = "拍一下";
    grid.rows[10][3] = "";
    const auto read = checklistFromGrid(grid);
    REQUIRE_FALSE(read);
    CHECK(wheres(read.error()) ==
          std::vector<std::string>{"西店!E4", "西店!F6", "西店!H10", "西店!D11", "西店!B4"});
    CHECK(read.error()[0].message ==
          "工作表“西店” E4：“四”不是有效的分值，请填最多两位小数的数字，如 4.5");
    CHECK(read.error()[4].message.find("小计是 18") != std::string::npos);
}

TEST_CASE("Faults of the finished sheet name the cell to change")
{
    Grid grid = xidian();
    grid.rows[8][2] = "1";
    grid.rows[9][5] = "每处 5";
    grid.rows[9][4] = "3";
    const auto read = checklistFromGrid(grid);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().size() == 2);
    CHECK(read.error()[0].code == "checklist.item_doubled");
    CHECK(read.error()[1].code == "checklist.price_over_max");
    CHECK(wheres(read.error()) == std::vector<std::string>{"西店!C9", "西店!F10"});
    CHECK(read.error()[1].message == "工作表“西店” F10：XD07/a：单价 5 超过满分 3");

    grid = xidian();
    grid.rows[1][1] = "西 店";
    const auto unnamed = checklistFromGrid(grid);
    REQUIRE_FALSE(unnamed);
    CHECK(wheres(unnamed.error()) == std::vector<std::string>{"西店!B2"});
}

TEST_CASE("A cell that is not understood hides no fault elsewhere, and makes none of its own")
{
    Grid grid = xidian();
    grid.rows[3][4] = "四";      // its rule's price is then over the points, which is no fault
    grid.rows[9][5] = "每处 5";  // 7: over its three points
    grid.rows[10][2] = "9";      // 8: twice 9
    const auto read = checklistFromGrid(grid);
    REQUIRE_FALSE(read);
    CHECK(wheres(read.error()) ==
          std::vector<std::string>{"西店!E4", "西店!F10", "西店!C12", "西店!B4"});
}

TEST_CASE(
    "A cap counts in an office's own table too, and is asked about where it is of no one rule")
{
    Grid grid = xidian();
    grid.rows[3][6] = "2";
    const auto read = checklistFromGrid(grid);
    REQUIRE(read);
    CHECK(read->sections[0].items[0].rules[0].cap == base::Points::whole(2));
    CHECK(scoring::scoreOf(*read, {}, {sheets::found("XD01", "a", 9)}).points ==
          base::Points::whole(48));
    grid.rows[16][6] = "2";
    const auto refused = checklistFromGrid(grid);
    REQUIRE_FALSE(refused);
    CHECK(wheres(refused.error()) == std::vector<std::string>{"西店!G17"});
    CHECK(refused.error()[0].code == "sheet.cap_unclear");
}

TEST_CASE("A first row without section and title is an error, not a crash")
{
    Grid grid = xidian();
    for (std::size_t c : {0, 1, 3}) grid.rows[3][c].clear();
    CHECK_FALSE(checklistFromGrid(grid));
}

TEST_CASE("A table without the headings is refused with what is missing")
{
    const auto read = checklistFromGrid({"Sheet1", {{"村", "分"}, {"甲村", "95"}}});
    REQUIRE_FALSE(read);
    CHECK(read.error()[0].code == "sheet.head_missing");
}
