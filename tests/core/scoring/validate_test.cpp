#include "core/scoring/validate.h"

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "tests/core/scoring/sheets.h"

using namespace domain;
using namespace sheets;

namespace {
std::vector<std::string> codes(const Checklist& checklist)
{
    std::vector<std::string> result;
    for (const base::Error& error : scoring::problemsOf(checklist)) result.push_back(error.code);
    return result;
}
}  // namespace

TEST_CASE("The sample sheets may be published")
{
    for (const Checklist& sheet : checklists::samples()) {
        CAPTURE(sheet.kind);
        CHECK(codes(sheet).empty());
    }
}

TEST_CASE("Everything wrong with a sheet is said at once, each with its place")
{
    Checklist list = sheetOf(
        {item("A", 4, {rule("a", RuleMethod::perFinding, 500), rule("a", RuleMethod::once, 0)}),
         item("A", 0, {rule("b", RuleMethod::perFinding, 0)})});
    list.title.clear();
    const base::Errors errors = scoring::problemsOf(list);
    CHECK(codes(list) == std::vector<std::string>{
                             "checklist.name_missing", "checklist.price_over_max",
                             "checklist.rule_doubled", "checklist.price", "checklist.item_doubled",
                             "checklist.item_without_points", "checklist.price"});
    CHECK(errors.at(1).where == "A/a");
    CHECK(errors.at(1).message == "A/a：单价 5 超过满分 4");
}

TEST_CASE(
    "What a table would not give back is not published: blanks, numbers as codes, unused parts")
{
    Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::perFinding, 50)})});
    list.sections[0].items[0].basis = "某办法第 3 条";
    REQUIRE(codes(list).empty());
    Item& spoilt = list.sections[0].items[0];
    const Item good = spoilt;
    const auto codesWith = [&](auto spoil) {
        spoilt = good;
        spoil(spoilt);
        return codes(list);
    };
    const std::vector<std::string> blanks = {"checklist.blanks"};
    CHECK(codesWith([](Item& one) { one.title = "路面 "; }) == blanks);
    CHECK(codesWith([](Item& one) { one.title = "　路面"; }) == blanks);
    CHECK(codesWith([](Item& one) { one.basis = "\n条例"; }) == blanks);
    CHECK(codesWith([](Item& one) { one.rules[0].text = " 每处"; }) == blanks);
    CHECK(codesWith([](Item& one) { one.title = "路\r面"; }) ==
          std::vector<std::string>{"checklist.control"});
    CHECK(codesWith([](Item& one) { one.code = "12"; }) ==
          std::vector<std::string>{"checklist.item_number"});
    const std::vector<std::string> unused = {"checklist.unused"};
    CHECK(codesWith([](Item& one) { one.rules[0].kinds = {"甲"}; }) == unused);
    CHECK(codesWith([](Item& one) { one.rules[0].tiers = {{"轻", {100}}}; }) == unused);
    CHECK(codesWith([](Item& one) { one.rules[0].ratio = RatioRule{}; }) == unused);
    CHECK(codesWith([](Item& one) { one.rules[0].magnitudeOverThousandths = 1; }) == unused);
    spoilt = good;
    list.sections[0].title = "路面 ";
    CHECK(codes(list) == blanks);
}

TEST_CASE("Methods that need more than a price say so")
{
    Rule steps = rule("t", RuleMethod::tier, 0);
    steps.tiers = {{"重", {300}}, {"轻", {100}}};
    Checklist list =
        sheetOf({item("A", 4,
                      {steps, rule("h", RuleMethod::perHousehold, 60),
                       rule("r", RuleMethod::ratio, 50), rule("x", RuleMethod::bonus, 100)}),
                 item("B", 4, {rule("s", RuleMethod::subPoint, 100)})});
    CHECK(codes(list) == std::vector<std::string>{"checklist.tiers", "checklist.households",
                                                  "checklist.ratio", "checklist.bonus_cap",
                                                  "checklist.bonus_proof", "checklist.sub_points"});
}

TEST_CASE("Only what costs points by finding may weigh repeats, and only more than once")
{
    const auto codesWith = [](RuleMethod method, int percent) {
        Rule one = rule("a", method, method == RuleMethod::zeroItem ? 0 : 100);
        one.repeatPercent = percent;
        return codes(sheetOf({item("A", 4, {one})}));
    };
    const std::vector<std::string> refused = {"checklist.repeat"};
    CHECK(codesWith(RuleMethod::perFinding, 200).empty());
    CHECK(codesWith(RuleMethod::once, 0).empty());
    CHECK(codesWith(RuleMethod::perFinding, 100) == refused);
    CHECK(codesWith(RuleMethod::perFinding, 1001) == refused);
    CHECK(codesWith(RuleMethod::perFinding, -5) == refused);
    CHECK(codesWith(RuleMethod::zeroItem, 200) == refused);
}

TEST_CASE("A profile must leave something to score and name sections that exist")
{
    Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::once, 100)})});
    list.profiles = {{"p", "空", {"s", "zz"}}};
    CHECK(codes(list) ==
          std::vector<std::string>{"checklist.profile_section", "checklist.profile_empty"});
}
