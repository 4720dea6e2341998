#include <catch2/catch.hpp>

#include "core/ranking/explain.h"
#include "core/scoring/score.h"
#include "tests/core/ranking/villages.h"
#include "tests/core/scoring/sheets.h"

using namespace domain;
using namespace sheets;

namespace {

ranking::InspectionFacts factsOf(Checklist checklist, std::vector<Answer> answers)
{
    ranking::InspectionFacts facts;
    facts.checklist = std::move(checklist);
    facts.inspection.id = {"i"};
    facts.inspection.answers = std::move(answers);
    return facts;
}

std::string textOf(const ranking::InspectionFacts& facts, bool vetoZeroes = false)
{
    ranking::Node all;
    all.children = ranking::explainInspection(facts, vetoZeroes);
    return ranking::toText(all);
}

void contains(const std::string& text, const std::string& part)
{
    CAPTURE(text, part);
    CHECK(text.find(part) != std::string::npos);
}

Points pointsOf(const ranking::InspectionFacts& facts)
{
    return scoring::scoreOf(facts.checklist, {}, facts.inspection.answers).points;
}

}  // namespace

TEST_CASE("Each cap that took less than was found is told: of the item, the section, the sheet")
{
    Checklist list = sheet(
        {Section{"s",
                 "环境",
                 Points::whole(12),
                 {item("A", 10, {rule("a", RuleMethod::perFinding, 400)}),
                  item("B", 10, {rule("b", RuleMethod::perFinding, 400)})}},
         Section{"t", "设施", {}, {item("C", 20, {rule("c", RuleMethod::perFinding, 500)})}}});
    list.deductionCap = Points::whole(15);
    const auto facts = factsOf(list, {found("A", "a", 3), found("B", "b", 1), found("C", "c", 1)});
    CHECK(pointsOf(facts) == Points::whole(25));
    const std::string text = textOf(facts);
    contains(text, "扣完为止：应扣 12，本项最多扣 10");
    contains(text, "本部分最多扣 12：应扣 14，实扣 12");
    contains(text, "全表最多扣 15：应扣 17，按 25 计");
}

TEST_CASE("Every line of the tree is worded for who reads another language")
{
    Checklist list = sheet({Section{"s",
                                    "环境",
                                    Points::whole(12),
                                    {item("A", 10, {rule("a", RuleMethod::perFinding, 400)}),
                                     item("B", 10, {rule("b", RuleMethod::veto, 0)})}}});
    list.deductionCap = Points::whole(5);
    auto facts = factsOf(list, {found("A", "a", 3), found("B", "b", 1)});
    facts.inspection.photos.emplace_back().itemCode = "A";
    ranking::InspectionWords words;
    words.phrase = [](const char* chinese) { return "#" + std::string(chinese); };
    words.rule = [](const scoring::RuleLine& line, const Item&) { return "#" + line.ruleCode; };
    ranking::Node all;
    all.text = "#";
    all.children = ranking::explainInspection(facts, true, words);
    const std::vector<ranking::TreeLine> lines = ranking::linesOf(all);
    CHECK(lines.size() > 8);
    for (const ranking::TreeLine& line : lines) {
        CAPTURE(line.node->text);
        const bool vetoItem = line.node->text.starts_with("B ");  // code and title, as printed
        CHECK((vetoItem || line.node->text.find('#') != std::string::npos));
    }
}

TEST_CASE("Points carried within a section and over the sheet are told as sums that close")
{
    Checklist list =
        sheet({Section{"s",
                       "环境",
                       {},
                       {item("A", 5, {}), item("B", 15, {rule("b", RuleMethod::perFinding, 100)})}},
               Section{"t", "设施", {}, {item("C", 20, {})}}});
    list.sections[1].items[0].notApplicable = NotApplicable::spreadSheet;
    const auto facts = factsOf(list, {plain("A", AnswerState::notApplicable), found("B", "b", 2),
                                      plain("C", AnswerState::notApplicable)});
    CHECK(pointsOf(facts) == Points{3466});
    const std::string text = textOf(facts);
    contains(text, "A A：不适用，5 分由本部分其余项分摊");
    contains(text, "不适用项的 5 分由本部分其余项分摊：13 × 20 ÷ 15 = 17.33");
    contains(text, "设施：不适用，20 分由其余部分分摊");
    contains(text, "适用部分共 20 分，折算到 40 分：17.33 × 40 ÷ 20 = 34.66");
}

TEST_CASE("A bonus over the sheet's cap is told with what it would have been")
{
    Checklist list =
        sheetOf({item("A", 10, {}), item("J", 0, {rule("j", RuleMethod::bonus, 200)})});
    list.bonusCap = Points::whole(3);
    contains(textOf(factsOf(list, {found("J", "j", 2)})), "加分合计 4，本表封顶 3");
}

TEST_CASE("Under the rule that a veto zeroes its section, the section and the inspection say so")
{
    const Checklist list = sheet(
        {Section{"s", "环境", {}, {item("A", 60, {rule("v", RuleMethod::veto, 0)})}},
         Section{"t", "设施", {}, {item("C", 40, {rule("c", RuleMethod::perFinding, 500)})}}});
    const auto facts = factsOf(list, {found("A", "v", 1), found("C", "c", 1)});
    CHECK(textOf(facts).find("计零分") == std::string::npos);
    const std::string text = textOf(facts, true);
    contains(text, "一票否决：A v；所在大项“环境”计零分，本次按 35 计");
    contains(text, "环境：60 / 60，因一票否决计零分");

    ranking::RankingInput input = villages::oneEach({9500, 9000});
    input.scores[0].vetoes = 1;
    input.scores[0].pointsIfVetoed = Points::whole(35);
    input.campaign.rules.vetoEffects = {VetoEffect::sectionToZero};
    const std::string village =
        ranking::toText(ranking::explain(ranking::rankOf(input), villages::code(1)).value());
    contains(village, "S：35 分，占 100%");
    contains(village, "95 / 100 分，一票否决 1 项：所在大项计零分，按 35 计");
}

TEST_CASE(
    "A finding says what was measured, and a sheet of another maximum what it is of a hundred")
{
    Rule measured = rule("r", RuleMethod::ratio, 100);
    measured.ratio = RatioRule{95'000, 1'000, true, "%"};
    Finding below = finding("r");
    below.valueThousandths = 92'500;
    contains(textOf(factsOf(sheetOf({item("A", 10, {measured})}), {found("A", {below})})),
             "问题，实测 92.5 %");

    ranking::RankingInput input = villages::oneEach({3000});
    input.scores[0].maximum = Points::whole(40);
    contains(ranking::toText(ranking::explain(ranking::rankOf(input), villages::code(1)).value()),
             "30 / 40 分，折算成百分 75");
}

TEST_CASE("Photos of an item as a whole hang on the item, those of a finding on the finding")
{
    auto facts = factsOf(sheetOf({item("A", 10, {rule("a", RuleMethod::perFinding, 100)})}),
                         {found("A", "a", 1)});
    const FindingId id = facts.inspection.answers[0].findings[0].id;
    PhotoEntry whole;
    whole.id = {"p1"};
    whole.sha256 = {"0123456789abcdef"};
    whole.itemCode = "A";
    PhotoEntry one = whole;
    one.id = {"p2"};
    one.finding = id.empty() ? FindingId{"f"} : id;
    facts.inspection.answers[0].findings[0].id = one.finding;
    facts.inspection.photos = {whole, one};
    const ranking::Node item = ranking::explainInspection(facts).at(0).children.at(0);
    REQUIRE(item.children.size() == 2);
    CHECK(item.children[0].children.at(0).children.at(0).photo == one.id);
    CHECK(item.children[1].photo == whole.id);
    CHECK(item.children[1].text == "本项照片 0123456789ab");
}
