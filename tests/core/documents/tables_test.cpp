#include "core/documents/tables.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "core/documents/figures.h"
#include "core/sheets/grid.h"
#include "tests/core/documents/published.h"
#include "tests/support/temporary_folder.h"

using namespace documents;

namespace {

std::string written(const std::vector<Table>& tables)
{
    const support::TemporaryFolder folder;
    const std::string path = folder / "tables.xlsx";
    REQUIRE(writeTables(tables, 1'795'000'000'000, path));
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

sheets::Grid readBack(const Table& table)
{
    return sheets::gridFromXlsx(written({table})).value();
}

Table small()
{
    Table table;
    table.name = "表";
    table.title = "标题";
    table.columns = {{"名次", 6, ColumnKind::count},
                     {"得分", 8, ColumnKind::points},
                     {"说明", 20, ColumnKind::text}};
    return table;
}

}  // namespace

TEST_CASE("The full table holds the ranking to the hundredth")
{
    const report::VerifiedPackage package = published::package(3);
    const std::vector<Table> tables = fullTables(package);
    const sheets::Grid grid = readBack(tables[0]);
    const auto& rows = package.ranking.boards[0].rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        CHECK(grid.at(i + 3, 0) == placeText(rows[i].place, rows[i].shared));
        CHECK(grid.at(i + 3, 2) == rows[i].name);
        CHECK(base::pointsFromText(grid.at(i + 3, 3)).value() == rows[i].points);
        if (rows[i].parts[0].source == ranking::PartSource::inspected)
            CHECK(base::pointsFromText(grid.at(i + 3, 4)).value() == rows[i].parts[0].score);
    }
    std::set<std::string> names;
    for (const Table& table : tables) names.insert(table.name);
    CHECK(names ==
          std::set<std::string>{"排名", "未参加排名", "镇街排名", "进步最快", "检查明细", "规则"});
}

TEST_CASE("The list of problems has every column that the office asks for")
{
    const report::VerifiedPackage package = published::package(2);
    ProblemOptions options;
    options.audience = Audience::internal;
    const sheets::Grid grid = readBack(issuesTable(package, options));
    std::set<std::string> titles(grid.rows[2].begin(), grid.rows[2].end());
    for (const char* title :
         {"序号", "镇街", "村", "检查类型", "项目码", "问题描述", "处数", "扣分", "位置", "照片号",
          "检查人", "检查时间", "整改期限", "责任单位", "整改状态"}) {
        CAPTURE(title);
        CHECK(titles.count(title) == 1);
    }
}

TEST_CASE("A village that was given points or lost some by rule says so")
{
    const report::VerifiedPackage package = published::package(3);
    const auto& rows = package.ranking.boards[0].rows;
    bool missing = false;
    bool veto = false;
    for (const ranking::Row& row : rows) {
        const std::string remark = remarkOf(package.ranking, row);
        missing = missing || remark.find("缺污水运维，权重分摊") != std::string::npos;
        veto = veto || remark.find("一票否决") != std::string::npos;
    }
    CHECK(missing);
    CHECK(veto);
    std::vector<std::string> why;
    for (const ranking::NotRanked& village : package.ranking.notRanked)
        why.push_back(whyNotRanked(package.ranking, village));
    CHECK(why == std::vector<std::string>{"没有审核通过的检查", "在本次评比的排除名单里"});
}

TEST_CASE("What looks like a formula stays a text, what is no number is shown as it stands")
{
    Table table = small();
    table.rows = {{"1（并列）", "—", "=1+1"}, {"3", "9.5", "@SUM(A1)"}};
    const sheets::Grid grid = readBack(table);
    CHECK(grid.at(2, 0) == "1（并列）");
    CHECK(grid.at(2, 1) == "—");
    CHECK(grid.at(2, 2) == "=1+1");
    CHECK(grid.at(3, 1) == "9.5");
    CHECK(grid.at(3, 2) == "@SUM(A1)");
}

TEST_CASE("The same tables give the same bytes; names of work sheets are made to fit")
{
    Table table = small();
    table.name = "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的[名]/字";
    table.rows = {{"1", "99", ""}};
    CHECK(written({table, table}) == written({table, table}));
    CHECK(readBack(table).at(2, 1) == "99");
}

TEST_CASE("A file that cannot be written is an error")
{
    const auto done = writeTables({small()}, 0, "/nowhere/t.xlsx");
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "document.not_written");
}
