#include "app/viewmodels/gestures.h"

#include <catch2/catch.hpp>

#include "app/viewmodels/draft_editor.h"
#include "app/viewmodels/finding_list_model.h"
#include "core/scoring/evidence.h"
#include "core/scoring/score.h"
#include "core/sheets/checklist_sheet.h"
#include "tests/core/sheets/xidian.h"

using namespace viewmodels;
using domain::AnswerState;
using domain::RuleMethod;

namespace {

domain::Rule ruleOf(RuleMethod method, const char* code = "a")
{
    domain::Rule rule;
    rule.code = code;
    rule.text = "每处扣 0.5";
    rule.method = method;
    rule.price = {50};
    rule.kinds = {"标识牌", "登记本"};
    rule.tiers = {{"未公示", {100}}, {"未执行", {300}}};
    rule.ratio = domain::RatioRule{90'000, 1000, true, "%"};
    return rule;
}

domain::Item itemOf(RuleMethod method)
{
    domain::Item item;
    item.code = "LJ07";
    item.max = base::Points::whole(6);
    item.sampleHouseholds = method == RuleMethod::perHousehold ? 10 : 0;
    item.rules = {ruleOf(method)};
    return item;
}

domain::Answer untouched()
{
    domain::Answer answer;
    answer.itemCode = "LJ07";
    return answer;
}

domain::Finding finding(const char* id)
{
    domain::Finding found;
    found.id = {id};
    return found;
}

domain::Answer tapped(const domain::Item& item, domain::Answer answer, std::size_t input,
                      const char* id)
{
    return gestures::toggle(item, answer, inputsOf(item, answer)[input], finding(id));
}

}  // namespace

TEST_CASE(
    "Counting adds and takes away one finding at a time, and the last one leaves the item open",
    "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::perFinding);
    const InputRow input = inputsOf(item, untouched()).front();
    domain::Answer answer = gestures::add(item, untouched(), input, finding("f1"));
    answer = gestures::add(item, answer, input, finding("f2"));
    CHECK(answer.state == AnswerState::found);
    CHECK(inputsOf(item, answer).front().count == 2);
    answer = gestures::removeNewest(item, answer, input);
    REQUIRE(answer.findings.size() == 1);
    CHECK(answer.findings.front().id.value == "f1");
    answer = gestures::removeNewest(item, answer, input);
    CHECK(answer.state == AnswerState::unanswered);
    CHECK(gestures::removeNewest(item, answer, input) == answer);
}

TEST_CASE("Of the steps of a tier only one is on", "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::tier);
    domain::Answer answer = tapped(item, untouched(), 0, "f1");
    answer = tapped(item, answer, 1, "f2");
    REQUIRE(answer.findings.size() == 1);
    CHECK(answer.findings.front().tier == 1);
    CHECK(tapped(item, answer, 1, "f3").findings.empty());
}

TEST_CASE("A missing kind names itself and goes off again", "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::perMissing);
    const domain::Answer answer = tapped(item, untouched(), 1, "f1");
    REQUIRE(answer.findings.size() == 1);
    CHECK(answer.findings.front().kind == "登记本");
    CHECK(inputsOf(item, answer)[1].on);
    CHECK_FALSE(inputsOf(item, answer)[0].on);
    CHECK(tapped(item, answer, 1, "f2").state == AnswerState::unanswered);
    domain::Item counted = item;
    counted.rules[0].kinds.clear();
    CHECK(inputsOf(counted, untouched()).front().unit == "种");
}

TEST_CASE("The first failing household says that the planned ones were visited", "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::perHousehold);
    REQUIRE(inputsOf(item, untouched()).size() == 10);
    const domain::Answer answer = tapped(item, untouched(), 2, "f1");
    CHECK(answer.householdsVisited == 10);
    CHECK(answer.findings.front().household == 3);
}

TEST_CASE("A measured value is a number or is refused in words", "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::ratio);
    const InputRow input = inputsOf(item, untouched()).front();
    const auto measured = gestures::measure(item, untouched(), input, "87.5", finding("f1"));
    REQUIRE(measured);
    CHECK(measured->findings.front().valueThousandths == 87'500);
    CHECK(inputsOf(item, *measured).front().value == "87.5");
    for (const char* bad : {"abc", "1e3", "12,5", "nan", "--1", "1.2345"}) {
        const auto refused = gestures::measure(item, untouched(), input, bad, finding("f1"));
        INFO(bad);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "checklist.not_a_number");
    }
    CHECK(gestures::measure(item, *measured, input, "", finding("f2"))->findings.empty());
}

TEST_CASE("A finding that counts over a size is given its size, and then it counts", "[gestures]")
{
    domain::Item item = itemOf(RuleMethod::overMagnitude);
    item.rules[0].magnitudeOverThousandths = 500;
    domain::Checklist sheet;
    sheet.sections.push_back({"s", "设施", std::nullopt, {item}});
    const InputRow input = inputsOf(item, untouched()).front();
    CHECK(input.control == InputRow::Stepper);
    domain::Answer answer = gestures::add(item, untouched(), input, finding("f1"));
    answer = gestures::add(item, answer, input, finding("f2"));
    const auto unsized = scoring::problemsOf(sheet, {}, {answer}, {});
    REQUIRE(unsized.size() == 2);
    CHECK(unsized[0].problem == scoring::Problem::valueMissing);
    CHECK(findingsOf(item, answer, {})[0].sizeOver == "0.5");
    CHECK(findingsOf(item, answer, {})[0].size.empty());

    answer = *gestures::size(answer, {"f1"}, "0.8");
    answer = *gestures::size(answer, {"f2"}, "0.5");
    CHECK(scoring::problemsOf(sheet, {}, {answer}, {}).empty());
    CHECK(scoring::scoreOf(sheet, {}, {answer}).points == item.max - item.rules[0].price);
    CHECK(findingsOf(item, answer, {})[1].size == "0.8");
    CHECK(findingsOf(item, answer, {})[1].text == "每处扣 0.5（0.8）");
    CHECK_FALSE(gestures::size(answer, {"f1"}, "大"));
    CHECK_FALSE(gestures::size(answer, {"f1"}, "")->findings[0].valueThousandths);
}

TEST_CASE("That not one sub-point is met is said by a tap of its own, and counts as checked",
          "[gestures]")
{
    domain::Item item = itemOf(RuleMethod::subPoint);
    item.rules.push_back(ruleOf(RuleMethod::subPoint, "b"));
    domain::Checklist sheet;
    sheet.sections.push_back({"s", "设施", std::nullopt, {item}});
    REQUIRE(inputsOf(item, untouched()).size() == 3);
    CHECK(inputsOf(item, untouched())[2].choice == InputRow::noneMet);
    domain::Answer answer = tapped(item, untouched(), 2, "");
    CHECK(answer.state == AnswerState::found);
    CHECK(inputsOf(item, answer)[2].on);
    CHECK(scoring::problemsOf(sheet, {}, {answer}, {}).empty());
    CHECK(scoring::scoreOf(sheet, {}, {answer}).itemsMissing == 0);

    answer = tapped(item, answer, 0, "");
    CHECK(answer.earned == std::vector<std::string>{"a"});
    CHECK_FALSE(inputsOf(item, answer)[2].on);
    CHECK(tapped(item, answer, 2, "").earned.empty());
    CHECK(tapped(item, tapped(item, answer, 2, ""), 2, "").state == AnswerState::unanswered);
}

TEST_CASE("Missing kinds that the sheet does not name are counted", "[gestures]")
{
    const auto sheet = sheets::checklistFromGrid(sheets::xidian());
    REQUIRE(sheet);
    const domain::Item* item = domain::findItem(*sheet, "XD14");
    REQUIRE(item);
    domain::Answer answer;
    answer.itemCode = "XD14";
    REQUIRE(inputsOf(*item, answer).size() == 2);
    const InputRow perKind = inputsOf(*item, answer)[1];
    CHECK(perKind.control == InputRow::Stepper);
    answer = gestures::add(*item, answer, perKind, finding("f1"));
    answer = gestures::add(*item, answer, perKind, finding("f2"));
    CHECK(inputsOf(*item, answer)[1].count == 2);
    CHECK(scoring::scoreOf(*sheet, {}, {answer}).points ==
          domain::maximumOf(*sheet) - base::Points::whole(2));
    CHECK(gestures::removeNewest(*item, answer, perKind).findings.size() == 1);
}

TEST_CASE("Again not fixed marks the finding, and a kind that is there already is only marked",
          "[gestures]")
{
    domain::Finding last = finding("old");
    last.ruleCode = "a";
    last.place = "礼堂东";
    domain::Answer answer = gestures::repeat(untouched(), last, finding("new"));
    REQUIRE(answer.findings.size() == 1);
    CHECK(answer.findings.front().id.value == "new");
    CHECK(answer.findings.front().place == "礼堂东");
    CHECK(answer.findings.front().repeat);
    last.kind = "登记本";
    answer = tapped(itemOf(RuleMethod::perMissing), untouched(), 1, "f1");
    answer = gestures::repeat(answer, last, finding("new"));
    REQUIRE(answer.findings.size() == 1);
    CHECK(answer.findings.front().id.value == "f1");
    CHECK(answer.findings.front().repeat);
}

TEST_CASE("In order means that nothing was found and every sub-point is met", "[gestures]")
{
    const domain::Item item = itemOf(RuleMethod::subPoint);
    CHECK(gestures::ok(item, untouched()).earned == std::vector<std::string>{"a"});
    CHECK(gestures::ok(item, untouched()).state == AnswerState::ok);
    const domain::Item counted = itemOf(RuleMethod::perFinding);
    domain::Answer answer =
        gestures::add(counted, untouched(), inputsOf(counted, untouched()).front(), finding("f1"));
    answer = gestures::ok(counted, answer);
    CHECK(answer.findings.empty());
    CHECK(answer.state == AnswerState::ok);
}

namespace {

DraftEditor editorOf()
{
    auto sheet = std::make_shared<domain::Checklist>();
    sheet->sections.push_back({"s", "设施", std::nullopt, {itemOf(RuleMethod::perFinding)}});
    return {domain::Inspection(), sheet};
}

domain::Answer found(int count)
{
    domain::Answer answer = untouched();
    answer.state = AnswerState::found;
    for (int i = 0; i < count; ++i) answer.findings.push_back(finding(std::to_string(i).c_str()));
    return answer;
}

}  // namespace

TEST_CASE("A refused step is gone from what is shown, the later ones stay", "[draft_editor]")
{
    DraftEditor editor = editorOf();
    domain::Answer other = untouched();
    other.itemCode = "LJ08";
    other.state = AnswerState::ok;
    const auto first = editor.put({found(1)});
    const auto second = editor.put({other});
    CHECK(editor.unsaved());
    editor.refused(first.number);
    CHECK(editor.answer("LJ07").state == AnswerState::unanswered);
    CHECK(editor.answer("LJ08").state == AnswerState::ok);
    editor.committed(second.number, second.after);
    CHECK_FALSE(editor.unsaved());
    CHECK(editor.answer("LJ08").state == AnswerState::ok);
}

TEST_CASE("Undo says again what was said before, gesture by gesture", "[draft_editor]")
{
    DraftEditor editor = editorOf();
    for (const int count : {1, 2}) {
        const auto step = editor.put({found(count)});
        editor.committed(step.number, step.after);
    }
    CHECK(editor.put({found(2)}).number == 0);
    CHECK(editor.undo().after.front().findings.size() == 1);
    CHECK(editor.answer("LJ07").findings.size() == 1);
    CHECK(editor.undo().undo);
    CHECK(editor.answer("LJ07").state == AnswerState::unanswered);
    CHECK_FALSE(editor.canUndo());
    CHECK(editor.undo().number == 0);
}

TEST_CASE("What the store took back is shown, with the taps since on top of it", "[draft_editor]")
{
    DraftEditor editor = editorOf();
    const auto first = editor.put({found(2)});
    editor.committed(first.number, first.after);
    const auto undone = editor.undo();
    domain::Answer other = untouched();
    other.itemCode = "LJ08";
    other.state = AnswerState::ok;
    editor.put({other});
    CHECK_FALSE(editor.committed(undone.number, {found(1)}));
    CHECK(editor.answer("LJ07").findings.size() == 1);
    CHECK(editor.answer("LJ08").state == AnswerState::ok);
}
