#include "core/ranking/explain.h"

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/scoring/score.h"
#include "tests/core/ranking/villages.h"

using namespace villages;
using namespace ranking;

namespace {

bool contains(const std::string& text, const std::string& part)
{
    CAPTURE(text, part);
    const bool found = text.find(part) != std::string::npos;
    CHECK(found);
    return found;
}

std::string explained(const RankingInput& input, int village, const FactsOf& factsOf = {})
{
    return toText(explain(rankOf(input), code(village), factsOf).value());
}

/// LJ with one full bin at the village's entrance, photographed.
InspectionFacts factsOfOne(const domain::InspectionId& id)
{
    InspectionFacts facts;
    facts.checklist = checklists::samples()[1];
    facts.inspection.id = id;
    domain::Finding finding;
    finding.id = {"f1"};
    finding.ruleCode = "a";
    finding.place = "村口垃圾桶";
    facts.inspection.answers = {{"LJ07", domain::AnswerState::found, {finding}, {}, 0, ""}};
    domain::PhotoEntry photo;
    photo.id = {"p1"};
    photo.sha256 = {"0123456789abcdef"};
    photo.itemCode = "LJ07";
    photo.finding = finding.id;
    facts.inspection.photos = {photo};
    facts.adjustments = {};
    facts.inspector = "张三";
    facts.reviewer = "李四";
    return facts;
}

}  // namespace

TEST_CASE("The chain goes from the place down to the photo, with who inspected and who approved")
{
    RankingInput input = oneEach({9950, 9000, 9800});
    input.checks[0].title = "垃圾分类";
    const std::string text = explained(input, 1, [](const domain::InspectionId& id, int) {
        return std::optional(factsOfOne(id));
    });
    for (const char* part :
         {"第 1 名", "列入最佳名单", "总分 99.5", "垃圾分类：99.5 分，占 100%", "检查人 张三",
          "审核人 李四", "LJ07", "每处扣 0.5：1 处 × 0.5 = 0.5", "村口垃圾桶", "照片 0123456789ab"})
        contains(text, part);
    const Node node = explain(rankOf(input), code(1), [](const domain::InspectionId& id, int) {
                          return std::optional(factsOfOne(id));
                      }).value();
    const Node* last = &node;
    while (!last->children.empty()) last = &last->children.back();
    CHECK(last->photo == domain::PhotoId{"p1"});
    CHECK(last->inspection == domain::InspectionId{"i1"});
}

TEST_CASE("The gap to the next place either way is told")
{
    const std::string text = explained(oneEach({9900, 9850, 9000}), 2);
    contains(text, "比前一名 村1（第 1 名） 少 0.5 分");
    contains(text, "比后一名 村3（第 3 名） 多 8.5 分");
}

TEST_CASE("Where a tie step or a quota decided, it is said which")
{
    RankingInput input = oneEach({9900, 9900, 9800, 9700, 9600, 9500});
    input.scores[0].findings = 3;
    input.campaign.rules.ties = {{domain::TieBreak::fewestFindings, ""}};
    input.campaign.rules.bestPerTown = 1;
    input.villages[0].town = input.villages[1].town = {"same"};
    const std::string text = explained(input, 1);
    contains(text, "与 村2（第 1 名） 同分，问题处数少者在前，排在其后");
    contains(text, "未列入最佳名单：本镇名额已由 村2 占用");
    contains(explained(input, 3), "列入最佳名单，递补：村1（本镇名额） 未列入");
}

TEST_CASE("Who shares a place is named, and the gap goes to the next other place")
{
    const std::string text = explained(oneEach({9900, 9800, 9800, 9800, 9000}), 3);
    contains(text, "第 2 名（并列）");
    contains(text, "与 村2、村4 并列，规则分不出先后");
    contains(text, "比前一名 村1（第 1 名） 少 1 分");
    contains(text, "比后一名 村5（第 5 名） 多 8 分");
}

TEST_CASE("Last period's place is told with its name and how the points changed")
{
    RankingInput input = oneEach({9900, 9800});
    RankingInput before = oneEach({9500, 9850});
    before.campaign.name = "十月";
    addLastPeriod(input, rankOf(before), {});
    contains(explained(input, 1), "上期（十月）第 2 名，总分比上期多 4 分");
    contains(explained(input, 2), "上期（十月）第 1 名，总分比上期少 0.5 分");
    CHECK(rankOf(input).improved.size() == 1);
}

TEST_CASE("A facility is called by its name, and how many its village's score is the mean of")
{
    RankingInput input = campaign({{"WS", 100}});
    addVillage(input, 1);
    addScore(input, 1, 9000, "WS", "-1");
    addScore(input, 1, 8000, "WS", "-2");
    addScore(input, 1, 8000, "WS", "-2");
    input.subjects = {{{"v01-1"}, code(1), "村口终端", {"WS"}}};
    const std::string text = explained(input, 1);
    contains(text, "WS：85 分（2 个设施平均），占 100%");
    contains(text, "设施 村口终端，检查 i1");
    contains(text, "设施 v01-2，检查 i2");
    addScore(input, 1, 7000, "WS");
    contains(explained(input, 1), "本村，检查 i4");
}

TEST_CASE("A facility that is not approved yet is named, with what that means for its village")
{
    RankingInput input = campaign({{"WS", 60}, {"S", 40}});
    for (int i = 1; i <= 3; ++i) {
        addVillage(input, i);
        addScore(input, i, 9000);
        for (const char* number : {"-1", "-2"})
            input.subjects.push_back(
                {{code(i).value + number}, code(i), std::string("终端") + number, {"WS"}});
    }
    addScore(input, 1, 9000, "WS", "-1");
    addScore(input, 2, 9000, "WS");  // on the town's network
    contains(explained(input, 1), "设施 终端-2：尚无审核通过的检查，未计入平均\n");
    contains(explained(input, 3), "设施 终端-1：尚无审核通过的检查\n");
    CHECK(explained(input, 2).find("尚无") == std::string::npos);
    input.campaign.rules.missing = domain::MissingCheck::notRanked;
    contains(explained(input, 1), "未计入平均（已有设施审核通过，不算缺检查，本村照常排名）");
    const std::string missing = explained(input, 3);
    contains(missing, "缺“WS”检查，按规则不排名");
    contains(missing, "设施 终端-2：尚无审核通过的检查");
}

TEST_CASE("A published ranking is explained by the points set then, not by those set since")
{
    const Ranking ranking = rankOf(oneEach({9950}));
    const FactsOf known = [](const domain::InspectionId& id, int) {
        InspectionFacts facts = factsOfOne(id);
        facts.adjustments = {{"LJ07", Points::whole(5), "申诉成立"}};
        return std::optional(facts);
    };
    const auto text = [&](const std::optional<std::vector<domain::Review>>& published) {
        return toText(Explainer(ranking, published).explain(code(1), known).value());
    };
    contains(text(std::nullopt), "申诉成立");
    CHECK(text(std::vector<domain::Review>{}).find("审核调整") == std::string::npos);
    domain::Review then;
    then.inspection = {"i1"};
    then.adjustments = {{"LJ07", Points{450}, "第一次复核"}};
    contains(text(std::vector{then}), "→ 4.5，理由：第一次复核");
}

TEST_CASE("Of two decisions on an item the later holds, and who approved is who approved first")
{
    domain::Review approved;
    approved.adjustments = {{"A", Points{100}, "a"}, {"B", Points{200}, "b"}};
    domain::Review answered;
    answered.appeal = {"appeal"};
    answered.adjustments = {{"A", Points{300}, "c"}};
    const InspectionFacts facts =
        factsFrom({}, {}, "张三", {{approved, "李四"}, {answered, "王五"}});
    CHECK(facts.adjustments ==
          std::vector<domain::Adjustment>{{"B", Points{200}, "b"}, {"A", Points{300}, "c"}});
    CHECK(facts.reviewer == "李四");
}

TEST_CASE("A village that is not ranked is explained, an unknown one refused")
{
    RankingInput input = oneEach({9900});
    addVillage(input, 2);
    contains(explained(input, 2), "没有审核通过的检查");
    CHECK(explain(rankOf(input), code(7)).error().code == "ranking.village_unknown");
}

TEST_CASE("The explanation of an inspection adds up to its score")
{
    const InspectionFacts facts = factsOfOne({"i"});
    const auto score = scoring::scoreOf(facts.checklist, {}, facts.inspection.answers);
    CHECK(score.points == Points{9950});
    const std::vector<Node> nodes = explainInspection(facts);
    REQUIRE(nodes.size() == 1);
    contains(nodes[0].text, "设施：23.5 / 24");
}
