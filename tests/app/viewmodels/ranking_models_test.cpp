#include <catch2/catch.hpp>

#include "app/viewmodels/fairness_model.h"
#include "app/viewmodels/ranking_lists.h"
#include "app/viewmodels/reason_list_model.h"
#include "tests/app/viewmodels/desk.h"

// What the ranking page shows, on made-up rankings.
using namespace viewmodels;
using support::at;

TEST_CASE("The reasons on screen, all opened, are the lines of the hub's text")
{
    ranking::Node tree;
    tree.text = "第 1 名";
    for (const char* part : {"总分", "垃圾分类", "检查", "LJ07", "照片"}) {
        ranking::Node deeper;
        deeper.text = part;
        deeper.children = std::move(tree.children);
        tree.children = {deeper, ranking::Node{part, {}, {}, {}, {}, {}}};
    }
    ReasonListModel model;
    model.display(tree);
    for (int row = 0; row < model.count(); ++row)
        if (at(model, row, "hasMore").toBool() && !at(model, row, "open").toBool())
            model.toggle(row);
    std::string text;
    for (int row = 0; row < model.count(); ++row)
        text += std::string(static_cast<std::size_t>(at(model, row, "depth").toInt()) * 2, ' ') +
                at(model, row, "words").toString().toStdString() + '\n';
    CHECK(text == ranking::toText(tree));
}

TEST_CASE("Towns stand in their own list, one without a ranked village last")
{
    ranking::Ranking ranking;
    ranking.towns = {{1, false, {"a"}, "甲镇", base::Points{9750}, 2, 3, 1, 0},
                     {0, false, {"b"}, "乙镇", {}, 0, 4, 0, 0}};
    const std::vector<TownRankRow> rows = townRows(ranking);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].town == "甲镇");
    CHECK(rows[0].points == base::Points{9750});
    CHECK(rows[0].participants == 3);
    CHECK(rows[1].place == 0);
}

TEST_CASE("Figures name the inspectors that this tablet knows; a village is marked whoever it is")
{
    ranking::Ranking ranking;
    ranking.checks = {{"LJ", "农村生活垃圾分类检查表", base::Points::whole(1)}};
    ranking.boards.resize(1);
    ranking.boards[0].rows.resize(1);
    ranking.boards[0].rows[0].village = {"v"};
    ranking.boards[0].rows[0].name = "燕山村";
    fairness::Fairness figures;
    figures.rules.push_back({{"known"}, "WS", "WS01", "a", 9, 9, 9, 0, 0, 0});  // alone on it
    for (const char* inspector : {"known", "other"}) {
        figures.figures.push_back(
            {{inspector}, "LJ", {3, base::Points{8000}, {}}, {4, base::Points{8460}, {}}});
        figures.rules.push_back({{inspector}, "LJ", "LJ01", "a", 1, 1, 2, 1, 1, 4});
    }
    figures.hangsOn.push_back(
        {{"v"}, {"other"}, true, 1, 4, fairness::Where::best, fairness::Where::nowhere});
    FairnessModel model;
    model.display(fairnessRows(
        figures, ranking,
        {[](const domain::UserId& id) { return std::string(id.value == "known" ? "张三" : ""); },
         [](const fairness::RuleUse& use) { return use.itemCode; }}));
    CHECK(model.known());
    CHECK(model.marks("v"));
    CHECK_FALSE(model.marks("w"));
    REQUIRE(model.inspectors()->rowCount() == 1);
    CHECK(at(*model.inspectors(), 0, "inspector").toString() == QStringLiteral("张三"));
    CHECK(at(*model.inspectors(), 0, "difference").toString() == QStringLiteral("−4.60"));
    CHECK(at(*model.inspectors(), 0, "others").toString() == QStringLiteral("84.60"));
    REQUIRE(model.rules()->rowCount() == 2);
    CHECK(at(*model.rules(), 0, "difference").toString() == QStringLiteral("+25.00"));
    CHECK(at(*model.rules(), 1, "difference").toString().isEmpty());
    REQUIRE(model.hangsOn()->rowCount() == 1);
    CHECK(at(*model.hangsOn(), 0, "village").toString() == QStringLiteral("燕山村"));
    CHECK(at(*model.hangsOn(), 0, "inspector").toString() == QStringLiteral(""));
    model.display({});
    CHECK_FALSE(model.known());
}

TEST_CASE("An inspector whom nobody can be compared with differs from nobody")
{
    FairnessRows rows;
    rows.inspectors.push_back({"李四", "美丽乡村", 2, base::Points{9900}, {}, 0, {}, {}});
    rows.rules = rows.inspectors;
    FairnessModel model;
    model.display(rows);
    CHECK(at(*model.inspectors(), 0, "own").toString() == QStringLiteral("99.00"));
    CHECK(at(*model.inspectors(), 0, "difference").toString().isEmpty());
    CHECK(at(*model.rules(), 0, "difference").toString().isEmpty());
}

TEST_CASE("Who is not on a list though the place would do is named with the reason")
{
    using ranking::Passed;
    ranking::Board board;
    for (const char* name : {"甲村", "乙村", "丙村", "丁村"}) board.rows.emplace_back().name = name;
    board.best.wanted = 2;
    board.best.entries = {{0, false, false}, {3, false, false}};
    board.best.passedOver = {{1, Passed::quota}, {2, Passed::veto}};
    RankListModel list;
    QAbstractItemModelTester tester(&list);
    QSignalSpy said(&list, &RankListModel::leftOutChanged);
    list.display({}, leftOut(board, board.best));
    CHECK(said.count() == 1);
    CHECK(list.leftOut() == QStringList{QStringLiteral("未列入：丙村（有一票否决）"),
                                        QStringLiteral("未列入：乙村（本镇名额已满）")});
    board.best.wanted = 3;
    list.display({}, leftOut(board, board.best));
    CHECK(list.leftOut() == QStringList{QStringLiteral("每镇名额已满，列 2 村"),
                                        QStringLiteral("未列入：丙村（有一票否决）")});
    board.best.passedOver.clear();
    list.display({}, leftOut(board, board.best));
    CHECK(list.leftOut().isEmpty());
}

TEST_CASE("Points of a ranking have two decimals each, so that they stand under one another")
{
    RankRow row;
    row.points = base::Points{9750};
    RankListModel list;
    list.display({row});
    CHECK(at(list, 0, "points").toString() == QStringLiteral("97.50"));
}
