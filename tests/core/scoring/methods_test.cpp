#include <catch2/catch.hpp>

#include "core/scoring/score.h"
#include "tests/core/scoring/sheets.h"

using namespace domain;
using namespace sheets;

namespace {
/// Points of a 10-point item with this rule after these findings.
Points pointsAfter(Rule rule, std::vector<Finding> findings)
{
    const Checklist list = sheetOf({item("A", 10, {std::move(rule)})});
    return scoring::scoreOf(list, {}, {found("A", std::move(findings))}).points;
}
}  // namespace

TEST_CASE("P1 each finding costs its price until the item is used up")
{
    const Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::perFinding, 50)})});
    CHECK(scoring::scoreOf(list, {}, {found("A", "a", 3)}).points == Points{250});
    CHECK(scoring::scoreOf(list, {}, {found("A", "a", 30)}).points == Points{0});
}

TEST_CASE("P2 a once rule costs the same for one finding and for five")
{
    const Rule once = rule("a", RuleMethod::once, 200);
    CHECK(pointsAfter(once, {finding("a")}) == Points{800});
    CHECK(pointsAfter(once, {finding("a"), finding("a")}) == Points{800});
}

TEST_CASE("P3 and P7 one finding takes the whole item")
{
    CHECK(pointsAfter(rule("a", RuleMethod::zeroItem, 0), {finding("a")}) == Points{0});
}

TEST_CASE("P4 each missing kind counts once however often it is found")
{
    Rule kinds = rule("a", RuleMethod::perMissing, 100);
    kinds.kinds = {"标识牌", "登记本"};
    Finding sign = finding("a");
    sign.kind = "标识牌";
    Finding book = finding("a");
    book.kind = "登记本";
    CHECK(pointsAfter(kinds, {sign, sign, book}) == Points{800});
}

TEST_CASE("P5 of exclusive steps only the worst counts")
{
    Rule steps = rule("a", RuleMethod::tier, 0);
    steps.tiers = {{"没公示", {100}}, {"没按时", {200}}, {"未执行", {300}}};
    Finding light = finding("a");
    light.tier = 0;
    Finding heavy = finding("a");
    heavy.tier = 2;
    Finding wrong = finding("a");
    wrong.tier = 7;
    CHECK(pointsAfter(steps, {light, heavy, wrong}) == Points{700});
    CHECK(pointsAfter(steps, {wrong}) == Points{1000});
}

TEST_CASE("P6 failing households are carried from those visited to those planned")
{
    Checklist list = sheetOf({item("A", 10, {rule("a", RuleMethod::perHousehold, 60)})});
    list.sections[0].items[0].sampleHouseholds = 10;
    Finding third = finding("a");
    third.household = 3;
    Finding seventh = finding("a");
    seventh.household = 7;
    Answer answer = found("A", {third, third, seventh});
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{880});
    answer.householdsVisited = 7;  // 1.2 * 10 / 7 = 1.714…
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{1000 - 171});
    answer.householdsVisited = 1;  // impossible: two failed, so at least two were visited
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{400});
}

TEST_CASE("P8 sub-points are earned one by one; an item found in order earns all")
{
    const Checklist list = sheetOf({item(
        "A", 3, {rule("a", RuleMethod::subPoint, 100), rule("b", RuleMethod::subPoint, 200)})});
    Answer answer = plain("A", AnswerState::found);
    answer.earned = {"b"};
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{200});
    answer.earned = {};
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{0});
    CHECK(scoring::scoreOf(list, {}, {plain("A", AnswerState::ok)}).points == Points{300});
}

TEST_CASE("P9 each step begun beyond the threshold costs its price, by the worst value measured")
{
    Rule share = rule("a", RuleMethod::ratio, 50);
    share.ratio = RatioRule{95'000, 1'000, true, "%"};
    const auto measured = [](std::int64_t thousandths) {
        Finding f = finding("a");
        f.valueThousandths = thousandths;
        return f;
    };
    CHECK(pointsAfter(share, {measured(95'000)}) == Points{1000});
    CHECK(pointsAfter(share, {measured(94'999)}) == Points{950});
    CHECK(pointsAfter(share, {measured(92'000), measured(94'000)}) == Points{850});
    share.ratio->atLeast = false;
    CHECK(pointsAfter(share, {measured(96'500)}) == Points{900});
    share.ratio->stepThousandths = 1'000'000;
    const Checklist list = sheetOf({item("A", 10, {share})});
    const auto score = scoring::scoreOf(list, {}, {found("A", {measured(12'345'679'125)})});
    CHECK(score.sections[0].items[0].lines[0].words ==
          "a：超过标准 12345584.125%，12346 档 × 0.5 = 6173");
}

TEST_CASE("P10 only findings over the magnitude count")
{
    Rule big = rule("a", RuleMethod::overMagnitude, 100);
    big.magnitudeOverThousandths = 500;
    Finding small = finding("a");
    small.valueThousandths = 500;
    Finding large = finding("a");
    large.valueThousandths = 501;
    CHECK(pointsAfter(big, {small, large, finding("a")}) == Points{900});
    const Checklist list = sheetOf({item("A", 10, {big})});
    const auto score = scoring::scoreOf(list, {}, {found("A", {small, large, finding("a")})});
    CHECK(score.sections[0].items[0].lines[0].words == "a：3 处中超过 0.5 的 1 处 × 1 = 1");
}

TEST_CASE("P11 and P12 prices from 0.2 to 4 stand side by side on one item")
{
    const Checklist list = sheetOf(
        {item("A", 8,
              {rule("a", RuleMethod::perFinding, 400), rule("b", RuleMethod::perFinding, 100),
               rule("c", RuleMethod::perFinding, 20)})});
    const auto score =
        scoring::scoreOf(list, {}, {found("A", {finding("a"), finding("b"), finding("c")})});
    CHECK(score.points == Points{800 - 520});
    CHECK(score.sections[0].items[0].lines.size() == 3);
}

TEST_CASE("What was there last time and was not put right costs more where the sheet says so")
{
    const auto again = [](Finding found) {
        found.repeat = true;
        return found;
    };
    Rule each = rule("a", RuleMethod::perFinding, 50);
    CHECK(pointsAfter(each, {finding("a"), again(finding("a"))}) == Points{900});
    each.repeatPercent = 200;
    CHECK(pointsAfter(each, {finding("a"), finding("a")}) == Points{900});
    CHECK(pointsAfter(each, {finding("a"), again(finding("a"))}) == Points{850});
    each.cap = Points{120};
    CHECK(pointsAfter(each, {again(finding("a")), again(finding("a"))}) == Points{880});

    Rule once = rule("a", RuleMethod::once, 200);
    once.repeatPercent = 150;
    CHECK(pointsAfter(once, {finding("a"), again(finding("a"))}) == Points{700});

    Rule kinds = rule("a", RuleMethod::perMissing, 100);
    kinds.repeatPercent = 200;
    std::vector<Finding> missing = {again(finding("a")), finding("a"), finding("a")};
    missing[0].kind = missing[1].kind = "标识牌";
    missing[2].kind = "登记本";
    CHECK(pointsAfter(kinds, missing) == Points{700});

    Rule steps = rule("a", RuleMethod::tier, 0);
    steps.tiers = {{"未公示", {100}}, {"未执行", {300}}};
    steps.repeatPercent = 200;
    std::vector<Finding> tiers = {again(finding("a")), finding("a")};
    tiers[0].tier = 0;
    tiers[1].tier = 1;
    CHECK(pointsAfter(steps, tiers) == Points{700});  // what was there last time is not what counts
    tiers[0].tier = 1;
    CHECK(pointsAfter(steps, tiers) == Points{400});

    Rule measured = rule("a", RuleMethod::ratio, 100);
    measured.ratio = RatioRule{95'000, 1'000, true, "%"};
    measured.repeatPercent = 150;
    std::vector<Finding> values = {again(finding("a")), finding("a")};
    values[0].valueThousandths = 94'500;
    values[1].valueThousandths = 93'000;
    CHECK(pointsAfter(measured, values) == Points{800});  // 1 step and a half against 2
    values[0].valueThousandths = 93'000;
    CHECK(pointsAfter(measured, values) == Points{700});
}

TEST_CASE("Repeats in a sample of households are carried with the sample, and said in words")
{
    Rule each = rule("a", RuleMethod::perHousehold, 60);
    each.repeatPercent = 200;
    Item sampled = item("A", 10, {each});
    sampled.sampleHouseholds = 10;
    std::vector<Finding> findings = {finding("a"), finding("a")};
    findings[0].household = 1;
    findings[1].household = 2;
    findings[1].repeat = true;
    Answer answer = found("A", findings);
    answer.householdsVisited = 5;
    const scoring::Score score = scoring::scoreOf(sheetOf({sampled}), {}, {answer});
    CHECK(score.points == Points{640});  // (2 × 0.6 + 0.6) × 10 ÷ 5
    CHECK(score.sections[0].items[0].lines[0].words ==
          "a：实查 5 户中 2 户，按应查 10 户折算：2 × 0.6 × 10 ÷ 5 = 2.4；其中 1 户上期未整改，"
          "按 200% 扣，再加 1.2 = 3.6");
}

TEST_CASE("One more failing household does not make the repeated ones cheaper")
{
    Rule each = rule("a", RuleMethod::perHousehold, 50);
    each.repeatPercent = 200;
    Item sampled = item("A", 20, {each});
    sampled.sampleHouseholds = 10;
    Answer answer = found("A", "a", 3);
    answer.householdsVisited = 3;
    for (Finding& finding : answer.findings) {
        finding.household = static_cast<int>(&finding - answer.findings.data()) + 1;
        finding.repeat = true;
    }
    const Checklist list = sheetOf({sampled});
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{1000});  // 3 × 0.5 × 10 ÷ 3, twice
    answer.findings.push_back(finding("a"));
    answer.findings.back().household = 4;
    CHECK(scoring::scoreOf(list, {}, {answer}).points == Points{1000});
}

TEST_CASE("Caps hold on the rule, the item, the section and the sheet")
{
    Rule capped = rule("a", RuleMethod::perFinding, 100);
    capped.cap = Points{150};
    Checklist list = sheet(
        {Section{
             "s",
             "s",
             Points{600},
             {item("A", 10, {capped}), item("B", 10, {rule("a", RuleMethod::perFinding, 100)})}},
         Section{"t", "t", std::nullopt, {item("C", 10, {rule("a", RuleMethod::zeroItem, 0)})}}});
    CHECK(scoring::scoreOf(list, {}, {found("A", "a", 5)}).points == Points{3000 - 150});
    CHECK(scoring::scoreOf(list, {}, {found("A", "a", 5), found("B", "a", 9)}).points ==
          Points{3000 - 600});
    list.deductionCap = Points{1000};
    const auto score =
        scoring::scoreOf(list, {}, {found("A", "a", 5), found("B", "a", 9), found("C", "a", 1)});
    CHECK(score.points == Points{2000});
    CHECK(score.sections[0].deductedBeforeCap == Points{1050});
    CHECK(score.sections[0].deducted == Points{600});
}

TEST_CASE(
    "A section loses no more than its cap after the points of what does not apply are carried")
{
    const Checklist list =
        sheet({Section{"s",
                       "s",
                       Points{600},
                       {item("A", 10, {rule("a", RuleMethod::perFinding, 100)}),
                        item("B", 10, {rule("a", RuleMethod::perFinding, 100)})}}});
    const Answer away = plain("B", AnswerState::notApplicable);
    const auto few = scoring::scoreOf(list, {}, {found("A", "a", 2), away});
    CHECK(few.points == Points{1600});  // 8 of 10, carried to 20
    const auto many = scoring::scoreOf(list, {}, {found("A", "a", 5), away});
    CHECK(many.points == Points{1400});
    CHECK(many.sections[0].deductedBeforeCap == Points{1000});
    CHECK(many.sections[0].deducted == Points{600});
}

TEST_CASE(
    "A bonus stays beside the points, within its cap; a veto costs nothing here and is counted")
{
    Checklist list = sheetOf(
        {item("A", 10, {rule("a", RuleMethod::perFinding, 100)}),
         item("X", 0, {rule("b", RuleMethod::bonus, 300), rule("v", RuleMethod::veto, 0)})});
    list.bonusCap = Points{500};
    const auto score = scoring::scoreOf(
        list, {},
        {found("A", "a", 1), found("X", {finding("b"), finding("b"), finding("v", "id")})});
    CHECK(score.points == Points{900});
    CHECK(score.bonus == Points{500});
    CHECK(score.bonusBeforeCap == Points{600});
    REQUIRE(score.vetoes.size() == 1);
    CHECK(score.vetoes[0].findings == std::vector<FindingId>{{"id"}});
    CHECK(score.pointsIfVetoed == Points{0});
    CHECK(score.findings == 2);
}

TEST_CASE("A veto inside a scored section costs that section when the ranking says so")
{
    const Checklist list =
        sheet({Section{"s", "s", {}, {item("A", 10, {rule("v", RuleMethod::veto, 0)})}},
               Section{"t", "t", {}, {item("B", 30, {rule("a", RuleMethod::perFinding, 100)})}}});
    const auto score = scoring::scoreOf(list, {}, {found("A", "v", 1), found("B", "a", 2)});
    CHECK(score.points == Points{3800});
    CHECK(score.pointsIfVetoed == Points{2800});
}

TEST_CASE("An adjustment sets an item's points and keeps what was inspected beside it")
{
    const Checklist list = sheetOf({item("A", 4, {rule("a", RuleMethod::perFinding, 50)})});
    const auto score =
        scoring::scoreOf(list, {}, {found("A", "a", 6)}, {{"A", {350}, "两处属邻村"}});
    CHECK(score.points == Points{350});
    CHECK(score.sections[0].items[0].pointsBeforeAdjustment == Points{100});
    CHECK(scoring::scoreOf(list, {}, {}, {{"A", {9900}, "x"}}).points == Points{400});
}

TEST_CASE("Unanswered items have lost nothing and are counted as missing")
{
    const Checklist list = sheetOf({item("A", 4, {}), item("B", 4, {})});
    const auto score = scoring::scoreOf(list, {}, {plain("A", AnswerState::ok)});
    CHECK(score.points == Points{800});
    CHECK(score.itemsToAnswer == 2);
    CHECK(score.itemsAnswered == 1);
    CHECK(score.itemsMissing == 1);
}
