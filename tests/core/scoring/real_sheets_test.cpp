#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/scoring/score.h"
#include "tests/core/scoring/sheets.h"

using namespace domain;
using namespace sheets;

namespace {
enum Sheet { MV, LJ, WS };

Points pointsOf(Sheet sheet, const std::vector<Answer>& answers, const std::string& profile = {})
{
    return scoring::scoreOf(checklists::samples().at(sheet), profile, answers).points;
}

const scoring::SectionScore& section(const scoring::Score& score, const std::string& code)
{
    for (const scoring::SectionScore& one : score.sections)
        if (one.code == code) return one;
    FAIL("no section " + code);
    return score.sections.front();
}
}  // namespace

TEST_CASE("MV: litter, an uncollected ledger and an unpublished red list add up as on paper")
{
    Finding unpublished = finding("a");
    unpublished.tier = 0;
    CHECK(pointsOf(MV, {found("MV01", "a", 3), found("MV19", "a", 1),
                        found("MV20", {unpublished})}) == Points{10000 - 150 - 300 - 100});
}

TEST_CASE("MV: three open pits take the item's six points, not nine")
{
    CHECK(pointsOf(MV, {found("MV17", "a", 3)}) == Points{9400});
}

TEST_CASE("LJ: without a compost house its eight points are carried by the rest of the section")
{
    const auto score =
        scoring::scoreOf(checklists::samples()[LJ], {},
                         {plain("LJ13", AnswerState::notApplicable), found("LJ15", "a", 1)});
    CHECK(section(score, "treatment").points == Points{1400});  // 7 of 8, carried to 16
    CHECK(score.points == Points{9800});
}

TEST_CASE("LJ: five of ten households asked, one unaware, counts as two of ten")
{
    Finding household = finding("a");
    household.household = 2;
    Answer answer = found("LJ04", {household});
    answer.householdsVisited = 5;
    CHECK(pointsOf(LJ, {answer}) == Points{10000 - 120});
}

TEST_CASE("LJ: a stopped compost house gives nothing whatever else is found there")
{
    CHECK(pointsOf(LJ, {found("LJ13", {finding("a"), finding("b")})}) == Points{9200});
}

TEST_CASE("WS: a missing manhole cover costs four and a broken one one, eight at most")
{
    CHECK(pointsOf(WS, {found("WS03", {finding("a"), finding("b")})}) == Points{9500});
    CHECK(pointsOf(WS, {found("WS03", {finding("a"), finding("a"), finding("b")})}) ==
          Points{9200});
}

TEST_CASE(
    "WS: a village on the town's network is scored on household and network items, carried to a "
    "hundred")
{
    const std::vector<Answer> answers = {found("WS03", "a", 1), found("WS10", "a", 2)};
    const auto score = scoring::scoreOf(checklists::samples()[WS], "networked", answers);
    CHECK(score.itemsToAnswer == 6);
    CHECK(score.carriedFrom == Points{3400});
    CHECK(score.points == Points{8824});  // 30 of 34
    CHECK(pointsOf(WS, answers, "terminal") == Points{8800});
    CHECK(pointsOf(WS, answers, "") == Points{8800});
}

TEST_CASE("WS: a veto counts for a networked village too")
{
    const auto score =
        scoring::scoreOf(checklists::samples()[WS], "networked", {found("WS!", "a", 1)});
    CHECK(score.vetoes.size() == 1);
    CHECK(score.points == Points{10000});
}

TEST_CASE("A section that does not apply at all is carried by the rest of the sheet")
{
    const auto score =
        scoring::scoreOf(checklists::samples()[MV], {},
                         {plain("MV05", AnswerState::notApplicable),
                          plain("MV06", AnswerState::notApplicable), found("MV02", "a", 2)});
    CHECK_FALSE(section(score, "water").applies);
    CHECK(score.carriedFrom == Points{9000});
    CHECK(score.points == Points{9778});  // 88 of 90
}

TEST_CASE("Not applicable may also give full marks or be carried by the whole sheet")
{
    Checklist list =
        sheet({Section{"s", "s", {}, {item("A", 10, {}), item("B", 10, {})}},
               Section{"t", "t", {}, {item("C", 20, {rule("a", RuleMethod::perFinding, 500)})}}});
    const std::vector<Answer> answers = {plain("A", AnswerState::notApplicable),
                                         found("C", "a", 1)};
    list.sections[0].items[0].notApplicable = NotApplicable::fullMarks;
    CHECK(scoring::scoreOf(list, {}, answers).points == Points{3500});
    list.sections[0].items[0].notApplicable = NotApplicable::spreadSheet;
    CHECK(scoring::scoreOf(list, {}, answers).points == Points{3333});  // 25 of 30, to 40
}
