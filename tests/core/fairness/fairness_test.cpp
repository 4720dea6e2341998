#include "core/fairness/fairness.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/fairness/fairness_codec.h"
#include "tests/core/ranking/villages.h"

using namespace fairness;

namespace {

/// Ten villages, the odd ones judged by a strict inspector. Two best, two worst.
struct County {
    ranking::RankingInput input =
        villages::oneEach({9000, 9600, 9100, 9500, 8900, 9400, 9050, 9550, 9200, 9300});
    std::vector<Judgement> judgements;

    County()
    {
        for (std::size_t i = 0; i < input.scores.size(); ++i)
            judgements.push_back({input.scores[i].inspection,
                                  1,
                                  {i % 2 == 0 ? "strict" : "mild"},
                                  {{{"I1", "a"}, i % 2 == 0 ? 3 : 0}}});
        for (Judgement& judgement : judgements)
            if (judgement.found.begin()->second == 0) judgement.found.clear();
    }
};

const HangsOn* markOf(const Fairness& fairness, int village, const char* inspector)
{
    for (const HangsOn& one : fairness.hangsOn)
        if (one.village == villages::code(village) && one.inspector.value == inspector) return &one;
    return nullptr;
}

}  // namespace

TEST_CASE("An inspector's mean and spread stand against those of the others")
{
    const County county;
    const Fairness fairness = fairnessOf(county.input, county.judgements);
    REQUIRE(fairness.figures.size() == 2);
    const Figures& mild = fairness.figures[0];
    const Figures& strict = fairness.figures[1];
    CHECK(mild.own == Sample{5, base::Points{9470}, base::Points{108}});
    CHECK(strict.own == Sample{5, base::Points{9050}, base::Points{100}});
    CHECK(mild.others == strict.own);
    CHECK(strict.difference() == base::Points{-420});
}

TEST_CASE("A sheet out of another maximum is carried to a hundred")
{
    ranking::RankingInput input = villages::oneEach({4500, 9000});
    input.scores[0].maximum = base::Points::whole(50);
    const Fairness fairness = fairnessOf(input, {{input.scores[0].inspection, 1, {"a"}, {}},
                                                 {input.scores[1].inspection, 1, {"a"}, {}}});
    REQUIRE(fairness.figures.size() == 1);
    CHECK(fairness.figures[0].own == Sample{2, base::Points{9000}, base::Points{0}});
    CHECK(fairness.figures[0].others.inspections == 0);
}

TEST_CASE("The use of a rule is counted against the others, the most different first")
{
    const County county;
    const Fairness fairness = fairnessOf(county.input, county.judgements);
    REQUIRE(fairness.rules.size() == 2);
    for (const RuleUse& use : fairness.rules) {
        const bool strict = use.inspector.value == "strict";
        CHECK(use.used == (strict ? 5 : 0));
        CHECK(use.findings == (strict ? 15 : 0));
        CHECK(use.share() == base::Points{strict ? 10000 : 0});
        CHECK(use.othersShare() == base::Points{strict ? 0 : 10000});
    }
}

TEST_CASE("A village that would be on another list under the others' measure is marked")
{
    const County county;
    const Fairness fairness = fairnessOf(county.input, county.judgements);
    // 92 by the strict one would be 96.2 and among the best; 90 would be 94.2 and leave the worst.
    const HangsOn* best = markOf(fairness, 9, "strict");
    REQUIRE(best);
    CHECK(best->alone);
    CHECK(best->where == Where::nowhere);
    CHECK(best->otherwise == Where::best);
    const HangsOn* worst = markOf(fairness, 1, "strict");
    REQUIRE(worst);
    CHECK(worst->where == Where::worst);
    CHECK(worst->place == 9);
    CHECK(worst->otherwise == Where::nowhere);
    const HangsOn* near = markOf(fairness, 3, "strict");  // on no list either way, places up
    REQUIRE(near);
    CHECK(near->where == near->otherwise);
    CHECK(near->place - near->otherPlace >= placesApart(10));
}

TEST_CASE(
    "A village that would stand a tenth of the list away is marked, one that moves a place is not")
{
    std::vector<std::int64_t> points;
    for (int i = 0; i < 40; ++i) points.push_back(9900 - 20 * i);
    const auto marks = [&](std::int64_t stricterBy) {
        ranking::RankingInput input = villages::oneEach(points);
        std::vector<Judgement> judgements;
        for (int i = 0; i < 40; ++i) {
            const bool strict = i % 4 == 1;
            auto& score = input.scores[static_cast<std::size_t>(i)];
            // Levelled, the strict one's villages stand `stricterBy` higher.
            if (strict) score.points -= base::Points{stricterBy};
            score.pointsIfVetoed = score.points;
            judgements.push_back({score.inspection, 1, {strict ? "strict" : "mild"}, {}});
        }
        std::vector<HangsOn> marked = fairnessOf(input, judgements).hangsOn;
        std::erase_if(marked, [](const HangsOn& one) {
            return one.inspector.value != "strict" || one.where != one.otherwise;
        });
        return marked;
    };
    CHECK(placesApart(10) == 3);
    CHECK(placesApart(40) == 4);
    CHECK(placesApart(391) == 40);
    CHECK(marks(20).empty());
    const std::vector<HangsOn> far = marks(200);
    CHECK(far.size() > 3);
    CHECK(far.size() <= 10);
    for (const HangsOn& one : far) CHECK(one.place - one.otherPlace >= 4);
}

TEST_CASE("Nothing hangs on who has seen too little, and inspectors alike mark nobody")
{
    County county;
    for (std::size_t i = 0; i < county.judgements.size(); ++i)
        county.judgements[i].inspector = {i < 2 ? "strict" : "mild"};
    CHECK(fairnessOf(county.input, county.judgements).hangsOn.empty());
    for (ranking::ApprovedScore& score : county.input.scores)
        score.points = score.pointsIfVetoed = base::Points{9000};
    CHECK(fairnessOf(county.input, County().judgements).hangsOn.empty());
}

TEST_CASE("A village that two judged hangs on one only with the other's share")
{
    County county;
    ranking::ApprovedScore& second = villages::addScore(county.input, 9, 9200);
    county.judgements.push_back({second.inspection, 1, {"mild"}, {}});
    const Fairness fairness = fairnessOf(county.input, county.judgements);
    const HangsOn* mark = markOf(fairness, 9, "strict");
    if (mark) CHECK_FALSE(mark->alone);
}

TEST_CASE("Figures change no score and do not depend on the order of scores or judgements")
{
    CHECK(rc::check("any order gives the same", [] {
        County county;
        for (ranking::ApprovedScore& score : county.input.scores)
            score.points = score.pointsIfVetoed = base::Points{*rc::gen::inRange(0, 10001)};
        const ranking::Ranking before = ranking::rankOf(county.input);
        const Fairness one = fairnessOf(county.input, county.judgements);
        RC_ASSERT(ranking::rankOf(county.input) == before);
        std::reverse(county.input.scores.begin(), county.input.scores.end());
        std::reverse(county.judgements.begin(), county.judgements.end());
        const Fairness other = fairnessOf(county.input, county.judgements);
        RC_ASSERT(one.figures.size() == other.figures.size());
        for (std::size_t i = 0; i < one.figures.size(); ++i) {
            RC_ASSERT(one.figures[i].own == other.figures[i].own);
            RC_ASSERT(one.figures[i].others == other.figures[i].others);
        }
        RC_ASSERT(one.hangsOn.size() == other.hangsOn.size());
        for (std::size_t i = 0; i < one.hangsOn.size(); ++i) {
            RC_ASSERT(one.hangsOn[i].village == other.hangsOn[i].village);
            RC_ASSERT(one.hangsOn[i].otherwise == other.hangsOn[i].otherwise);
        }
    }));
}

TEST_CASE("A judgement counts what each rule found")
{
    const domain::Checklist sheet = checklists::samples()[1];
    domain::Inspection inspection;
    inspection.id = {"i1"};
    domain::Answer answer;
    answer.itemCode = "LJ07";
    answer.state = domain::AnswerState::found;
    for (const char* id : {"f1", "f2"}) {
        domain::Finding finding;
        finding.id = {id};
        finding.ruleCode = "a";
        answer.findings.push_back(finding);
    }
    inspection.answers = {answer};
    const Judgement judgement = judgementOf(sheet, inspection, {"zhang"});
    CHECK(judgement.inspector.value == "zhang");
    CHECK(judgement.found ==
          std::map<std::pair<std::string, std::string>, int>{{{"LJ07", "a"}, 2}});
}

TEST_CASE("A ranking travels with the figures beside it, the rules that differ most among them")
{
    const County county;
    RankingLine line{
        ranking::rankOf(county.input), fairnessOf(county.input, county.judgements), {}};
    const auto read = rankingLineFromJson(canonicalJson(line));
    REQUIRE(read);
    CHECK(read->ranking == line.ranking);
    CHECK(read->fairness == line.fairness);

    line.fairness->rules.resize(rulesInLine + 1);
    const auto shortened = rankingLineFromJson(canonicalJson(line));
    REQUIRE(shortened);
    CHECK(shortened->fairness->rules.size() == rulesInLine);
    CHECK(shortened->fairness->rules.front() == line.fairness->rules.front());

    line.fairness.reset();
    const auto bare = rankingLineFromJson(canonicalJson(line));
    REQUIRE(bare);
    CHECK_FALSE(bare->fairness);
    CHECK(rankingLineFromJson(R"({"fairness":{}})").error().code == "json.missing");
    CHECK_FALSE(rankingLineFromJson("[]"));
}

TEST_CASE("The adjustments that a ranking was published with travel beside it, also when none are")
{
    RankingLine line{ranking::rankOf(County().input), {}, std::vector<domain::Review>{}};
    const auto none = rankingLineFromJson(canonicalJson(line)).value();
    REQUIRE(none.adjusted);
    CHECK(none.adjusted->empty());
    domain::Review adjusted;
    adjusted.inspection = {"i1"};
    adjusted.adjustments = {{"LJ07", base::Points{450}, "复核"}};
    line.adjusted = {adjusted};
    const auto read = rankingLineFromJson(canonicalJson(line)).value();
    CHECK(read.adjusted == line.adjusted);
    CHECK(read.ranking == line.ranking);
    line.adjusted.reset();
    CHECK_FALSE(rankingLineFromJson(canonicalJson(line)).value().adjusted);
    CHECK_FALSE(rankingLineFromJson(R"({"adjusted":1})"));
}
