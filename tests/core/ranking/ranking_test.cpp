#include "core/ranking/ranking.h"

#include <catch2/catch.hpp>

#include "core/ranking/ranking_codec.h"
#include "tests/core/ranking/villages.h"

using namespace villages;
using namespace ranking;
using Codes = std::vector<std::string>;

TEST_CASE("Equals share the place and the next is skipped: 8, 8, 10")
{
    std::vector<std::int64_t> points = {9900, 9800, 9700, 9600, 9500, 9400, 9300, 9000, 9000, 8000};
    CHECK(places(rankOf(oneEach(points))) == std::vector{1, 2, 3, 4, 5, 6, 7, 8, 8, 10});
}

TEST_CASE("The weight of a missing check is spread over the rest, in words and in shares")
{
    RankingInput input = campaign({{"MV", 50}, {"LJ", 30}, {"WS", 20}});
    addVillage(input, 1);
    addScore(input, 1, 9000, "MV");
    addScore(input, 1, 8000, "WS");
    const Ranking ranking = rankOf(input);
    const Row& row = ranking.boards[0].rows.at(0);
    CHECK(row.points == Points{8714});  // (50 * 90 + 20 * 80) / 70 = 87.142…
    CHECK(row.parts[0].share == Points{7143});
    CHECK(row.parts[2].share == Points{2857});
    CHECK(missingInWords(ranking, row) == "缺“LJ”检查，权重由其余检查分摊");
}

TEST_CASE("A missing check may cost a uniform score, the villages' mean, or the place")
{
    RankingInput input = campaign({{"A", 50}, {"B", 50}});
    for (int i = 1; i <= 3; ++i) {
        addVillage(input, i);
        addScore(input, i, 8000, "A");
    }
    addScore(input, 1, 9000, "B");
    addScore(input, 2, 9501, "B");
    input.campaign.rules.missing = domain::MissingCheck::uniformScore;
    CHECK(rankOf(input).boards[0].rows.at(1).points == Points{8750});
    input.campaign.rules.missing = domain::MissingCheck::meanOfOthers;
    const Ranking mean = rankOf(input);
    CHECK(mean.boards[0].rows.at(1).parts[1].score == Points{9251});
    CHECK(mean.boards[0].rows.at(1).points == Points{8626});
    input.campaign.rules.missing = domain::MissingCheck::notRanked;
    const Ranking without = rankOf(input);
    CHECK(without.boards[0].rows.size() == 2);
    REQUIRE(without.notRanked.size() == 1);
    CHECK(without.notRanked[0].why == NotRankedWhy::checkMissing);
    CHECK(without.notRanked[0].missingChecks == std::vector{1});
}

TEST_CASE("Several inspections count as their mean, without extremes, or the latest")
{
    RankingInput input = campaign();
    addVillage(input, 1);
    for (const std::int64_t points : {6000, 9000, 8000, 8101}) addScore(input, 1, points);
    CHECK(rankOf(input).boards[0].rows[0].points == Points{7775});
    input.campaign.rules.several = domain::SeveralInspections::meanWithoutExtremes;
    const Ranking without = rankOf(input);
    CHECK(without.boards[0].rows[0].points == Points{8051});
    CHECK_FALSE(without.scores[0].used);
    CHECK_FALSE(without.scores[1].used);
    input.campaign.rules.several = domain::SeveralInspections::latest;
    CHECK(rankOf(input).boards[0].rows[0].points == Points{8101});
}

TEST_CASE("A village's score by a facility sheet is the mean of its facilities")
{
    RankingInput input = campaign();
    addVillage(input, 1);
    addScore(input, 1, 9000, "S", "v01-a");
    addScore(input, 1, 8000, "S", "v01-a");
    addScore(input, 1, 6000, "S", "v01-b");
    CHECK(rankOf(input).boards[0].rows[0].points == Points{7250});
}

TEST_CASE("Bonus is added over the sheets and capped once")
{
    RankingInput input = campaign({{"A", 50}, {"B", 50}});
    addVillage(input, 1);
    addScore(input, 1, 9000, "A").bonus = Points{400};
    addScore(input, 1, 9000, "B").bonus = Points{300};
    const Row row = rankOf(input).boards[0].rows[0];
    CHECK(row.bonus == Points{500});
    CHECK(row.bonusBeforeCap == Points{700});
    CHECK(row.points == Points{9500});
}

TEST_CASE("A sheet with another maximum is carried to a hundred")
{
    RankingInput input = oneEach({4000});
    input.scores[0].maximum = Points::whole(60);
    CHECK(rankOf(input).boards[0].rows[0].points == Points{6667});
}

TEST_CASE("A veto keeps out of the best, or puts into the worst, or costs the section")
{
    RankingInput input = oneEach({9900, 9800, 9700, 9600, 9500, 9400});
    input.scores[0].vetoes = 1;
    input.scores[0].pointsIfVetoed = Points{9450};
    Ranking ranking = rankOf(input);
    CHECK(listed(ranking.boards[0], ranking.boards[0].best) == Codes{"v02", "v03"});
    REQUIRE(ranking.boards[0].best.passedOver.size() == 1);
    CHECK(ranking.boards[0].best.passedOver[0].why == Passed::veto);
    input.campaign.rules.vetoEffects = {domain::VetoEffect::intoWorst};
    ranking = rankOf(input);
    CHECK(listed(ranking.boards[0], ranking.boards[0].worst) == Codes{"v01", "v06"});
    CHECK(ranking.boards[0].worst.entries[0].byVeto);
    input.campaign.rules.vetoEffects = {domain::VetoEffect::sectionToZero};
    ranking = rankOf(input);
    CHECK(ranking.boards[0].rows[4].village == code(1));
    CHECK(ranking.boards[0].rows[4].points == Points{9450});
}

TEST_CASE("Each town has its quota on either list, and the passed over are named")
{
    RankingInput input = oneEach({9900, 9800, 9700, 9600, 9500, 9400});
    for (int i : {0, 1, 5, 4}) input.villages[static_cast<std::size_t>(i)].town = {"same"};
    input.campaign.rules.bestPerTown = 1;
    input.campaign.rules.worstPerTown = 1;
    const Board board = rankOf(input).boards[0];
    CHECK(listed(board, board.best) == Codes{"v01", "v03"});
    CHECK(listed(board, board.worst) == Codes{"v06", "v04"});
    REQUIRE(board.best.passedOver.size() == 1);
    CHECK(board.rows[static_cast<std::size_t>(board.best.passedOver[0].row)].village == code(2));
    CHECK(board.best.passedOver[0].why == Passed::quota);
}

TEST_CASE("Ties at the line are all taken or none")
{
    RankingInput input = oneEach({9900, 9800, 9800, 9000, 8000, 7000});
    Board board = rankOf(input).boards[0];
    CHECK(listed(board, board.best) == Codes{"v01", "v02", "v03"});
    CHECK(board.best.entries[2].tieAtLine);
    input.campaign.rules.atLine = domain::TieAtLine::takeNone;
    board = rankOf(input).boards[0];
    CHECK(listed(board, board.best) == Codes{"v01"});
    CHECK(board.best.passedOver.size() == 2);
}

TEST_CASE("A tie that a town's quota cannot hold keeps all of them off the list")
{
    RankingInput input = oneEach({9900, 9900, 9700, 9600, 9500, 9400});
    input.villages[0].town = input.villages[1].town = {"same"};
    input.campaign.rules.bestPerTown = 1;
    const Board board = rankOf(input).boards[0];
    CHECK(listed(board, board.best) == Codes{"v03", "v04"});
    CHECK(board.best.passedOver[0].why == Passed::tieInQuota);
}

TEST_CASE("Ties are told apart step by step, and the row says by which")
{
    RankingInput input = campaign({{"A", 50}, {"B", 50}});
    for (int i = 1; i <= 4; ++i) {
        addVillage(input, i);
        addScore(input, i, i == 3 ? 8200 : 8000, "A").findings = i == 4 ? 1 : 5;
        addScore(input, i, i == 3 ? 7800 : 8000, "B");
    }
    input.villages[1].lastPlace = 7;
    using domain::TieBreak;
    input.campaign.rules.ties = {{TieBreak::higherInChecklist, "A"},
                                 {TieBreak::fewestFindings, ""},
                                 {TieBreak::lastPlace, ""}};
    const Board board = rankOf(input).boards[0];
    Codes order;
    std::vector<int> steps;
    for (const Row& row : board.rows) {
        order.push_back(row.village.value);
        steps.push_back(row.tieStep);
    }
    CHECK(order == Codes{"v03", "v04", "v02", "v01"});
    CHECK(steps == std::vector{-1, 0, 1, 2});
    CHECK(board.rows[0].apart == Apart::first);
    CHECK(board.rows[3].place == 4);
}

TEST_CASE("A hand decision orders a tie only when it names every village of it")
{
    RankingInput input = oneEach({9000, 9000, 9000, 8000});
    input.campaign.rules.ties = {{domain::TieBreak::byHand, ""}};
    input.campaign.rules.byHand = {{{code(2), code(1)}, "只看两村"}};
    Ranking ranking = rankOf(input);
    CHECK(places(ranking) == std::vector{1, 1, 1, 4});
    CHECK(ranking.unusedDecisions == std::vector{0});
    input.campaign.rules.byHand = {{{code(3), code(1), code(2)}, "领导小组 11 月 20 日会议"}};
    ranking = rankOf(input);
    CHECK(places(ranking) == std::vector{1, 2, 3, 4});
    CHECK(ranking.boards[0].rows[0].village == code(3));
    CHECK(ranking.unusedDecisions.empty());
}

TEST_CASE("Classes are ranked apart, each with its own lists")
{
    RankingInput input = oneEach({9900, 9800, 9700, 9600});
    input.villages[0].villageClass = input.villages[2].villageClass = "精品村";
    input.villages[1].villageClass = input.villages[3].villageClass = "达标村";
    input.campaign.rules.byClass = true;
    const Ranking ranking = rankOf(input);
    REQUIRE(ranking.boards.size() == 2);
    for (const Board& board : ranking.boards) {
        CHECK(board.rows[0].place == 1);
        CHECK(board.rows[1].place == 2);
    }
}

TEST_CASE("With few villages both lists shrink and no village is on both")
{
    RankingInput input = oneEach({9900, 9800, 9700});
    input.campaign.rules.bestCount = input.campaign.rules.worstCount = 10;
    const Board board = rankOf(input).boards[0];
    CHECK(listed(board, board.best) == Codes{"v01", "v02"});
    CHECK(listed(board, board.worst) == Codes{"v03"});
}

TEST_CASE("Towns are ranked by the mean of their villages, and who improved most is named")
{
    RankingInput input = oneEach({9000, 8000, 8501, 7000});
    for (Village& village : input.villages) village.town = {village.code == code(4) ? "t2" : "t1"};
    input.towns = {{{"t1"}, "甲镇"}, {{"t2"}, "乙镇"}};
    input.villages[3].lastPoints = Points{5000};
    input.villages[0].lastPoints = Points{9500};
    const Ranking ranking = rankOf(input);
    REQUIRE(ranking.towns.size() == 2);
    CHECK(ranking.towns[0].name == "甲镇");
    CHECK(ranking.towns[0].points == Points{8500});
    REQUIRE(ranking.improved.size() == 1);
    CHECK(ranking.improved[0].village == code(4));
    CHECK(ranking.improved[0].by == Points{2000});
}

TEST_CASE("Coverage counts every village once, together and by sheet; the excluded are named")
{
    RankingInput input = campaign({{"A", 50}, {"B", 50}});
    for (int i = 1; i <= 4; ++i) addVillage(input, i);
    addScore(input, 1, 9000, "A");
    addScore(input, 1, 9000, "B");
    addScore(input, 2, 9000, "A");
    input.waiting = {{code(2), "B", domain::InspectionState::submitted},
                     {code(3), "A", domain::InspectionState::sentBack}};
    input.campaign.excluded = {code(9)};
    const Ranking ranking = rankOf(input);
    REQUIRE(ranking.coverage.size() == 3);
    CHECK(ranking.coverage[0] == Coverage{"", 1, 1, 1, 1});
    CHECK(ranking.coverage[1] == Coverage{"A", 2, 0, 1, 1});
    CHECK(ranking.coverage[2] == Coverage{"B", 1, 1, 0, 2});
    CHECK(ranking.notRanked.size() == 3);
    CHECK(ranking.notRanked.back().why == NotRankedWhy::excluded);
}

TEST_CASE("A village is approved by a facility sheet when all its facilities are, or it itself is")
{
    RankingInput input = campaign({{"WS", 100}});
    for (int i = 1; i <= 4; ++i) {
        addVillage(input, i);
        for (const char* number : {"-1", "-2"})
            input.subjects.push_back({{code(i).value + number}, code(i), "终端", {"WS"}});
    }
    input.subjects.push_back({{"v01-9"}, code(1), "停用的终端", {}});
    for (const char* one : {"-1", "-2"}) addScore(input, 1, 9000, "WS", one);
    addScore(input, 2, 9000, "WS", "-1");
    addScore(input, 3, 8000, "WS", "-1");
    input.waiting = {{code(3), "WS", domain::InspectionState::submitted}};
    addScore(input, 4, 7000, "WS");  // on the town's network
    const Ranking ranking = rankOf(input);
    CHECK(ranking.coverage[0] == Coverage{"", 2, 1, 0, 1});
    CHECK(ranking.coverage[1] == Coverage{"WS", 2, 1, 0, 1});
    CHECK(ranking.boards[0].rows.size() == 4);
    REQUIRE(ranking.subjects.size() == 8);
    CHECK(ranking.subjects[0] == Subject{{"v01-1"}, code(1), "终端", {"WS"}});
}

TEST_CASE("Months combine to a year with weights")
{
    RankingInput october = oneEach({9000, 8000});
    RankingInput november = oneEach({7000, 8000});
    october.campaign.id = {"oct"};
    november.campaign.id = {"nov"};
    domain::Campaign year;
    year.id = {"2026"};
    year.participants = october.campaign.participants;
    const RankingInput input =
        combine(year, {rankOf(october), rankOf(november)}, {Points{300}, Points{100}});
    const Board board = rankOf(input).boards[0];
    CHECK(board.rows[0].village == code(1));
    CHECK(board.rows[0].points == Points{8500});
    CHECK(board.rows[1].points == Points{8000});
}

TEST_CASE("Scores of others and an empty campaign do no harm")
{
    RankingInput input = oneEach({9000});
    addScore(input, 7, 100);
    addScore(input, 1, 100, "X");
    CHECK(rankOf(input).boards[0].rows[0].points == Points{9000});
    CHECK(rankOf(campaign()).boards[0].rows.empty());
    CHECK(rankOf(RankingInput{}).boards.size() == 1);
}

TEST_CASE("A ranking and its input read from their canonical text are the same")
{
    RankingInput input = oneEach({9900, 9800, 9800, 9000, 8000, 7000});
    input.scores[1].vetoes = 1;
    input.campaign.rules.ties = {{domain::TieBreak::fewestVetoes, ""}};
    input.villages[2].lastPlace = 3;
    input.waiting = {{code(2), "S", domain::InspectionState::sentBack}};
    const Ranking ranking = rankOf(input);
    const auto read = rankingFromJson(canonicalJson(ranking));
    REQUIRE(read);
    CHECK(*read == ranking);
    CHECK(canonicalJson(*read) == canonicalJson(ranking));
    const auto readInput = rankingInputFromJson(canonicalJson(input));
    REQUIRE(readInput);
    CHECK(*readInput == input);
    std::string broken = canonicalJson(ranking);
    const auto at = broken.find("\"row\":0");
    REQUIRE(at != std::string::npos);
    broken.replace(at, 7, "\"row\":9");
    CHECK(rankingFromJson(broken).error().code == "ranking.incomplete");
}
