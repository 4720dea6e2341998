#include "core/sheets/grid.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace sheets;

namespace {
struct TempFile {
    explicit TempFile(const std::string& ending)
        : path((std::filesystem::temp_directory_path() /
                ("xuncun-grid-" + std::to_string(::getpid()) + ending))
                   .string())
    {
    }
    ~TempFile() { std::filesystem::remove(path); }
    std::string path;
};
}  // namespace

TEST_CASE("CSV keeps quotes, commas and line ends in a field, in either encoding")
{
    const Grid grid{"CSV", {{"项目码", "说“好”, \"行\"", "两\n行"}, {"䶮村", "", "0.5"}}};
    CHECK(gridFromCsv(csvFromGrid(grid, CsvEncoding::utf8)).value() == grid);
    const std::string gb = csvFromGrid(grid, CsvEncoding::gb18030);
    CHECK(gb.find("项目码") == std::string::npos);
    CHECK(gridFromCsv(gb).value() == grid);
    CHECK(gridFromCsv("a,b\nc").value().rows ==
          std::vector<std::vector<std::string>>{{"a", "b"}, {"c"}});
}

TEST_CASE("What is no CSV is refused with its row")
{
    CHECK(gridFromCsv("a,b\n\"open").error().code == "sheet.quote_open");
    CHECK(gridFromCsv("a,b\n\"open").error().where == "第 2 行");
    CHECK(gridFromCsv("\xff\xff\xff").error().code == "sheet.encoding");
    CHECK(gridFromCsv(std::string_view("a\0b", 3)).error().code == "sheet.not_text");
    CHECK(gridFromCsv("").value().rows.empty());
}

TEST_CASE("A workbook keeps texts and numbers as typed")
{
    const TempFile file(".xlsx");
    const Grid grid{"评分表",
                    {{"标题"},
                     {"项目码", "满分", ""},
                     {"007", "0.1", "<&>\"两\n行\""},
                     {"LJ01", "12", "=1+1"}}};
    GridLook look;
    look.headRow = 1;
    look.titleColumns = 3;
    REQUIRE(writeXlsx({{grid, look}}, file.path));
    const Grid read = gridFromFile(file.path).value();
    CHECK(read.name == "评分表");
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        for (std::size_t c = 0; c < 3; ++c) CHECK(read.at(r, c) == grid.at(r, c));
}

TEST_CASE("Damaged or foreign files are refused, not believed")
{
    CHECK(gridFromFile("/nowhere/a.xlsx").error().code == "sheet.not_found");
    CHECK(gridFromXlsx("PK\x03\x04 nonsense").error().code == "sheet.not_xlsx");
    CHECK(gridFromXlsx("").error().code == "sheet.not_xlsx");
    const TempFile file(".xlsx");
    REQUIRE(writeXlsx({{Grid{"a", {{"x"}}}, {}}}, file.path));
    std::ifstream in(file.path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    for (std::size_t cut = 0; cut < bytes.size(); cut += 97) {
        CHECK_FALSE(gridFromXlsx(bytes.substr(0, cut)));
        std::string flipped = bytes;
        flipped[cut] = static_cast<char>(flipped[cut] ^ 0x55);
        gridFromXlsx(flipped);
    }
}

TEST_CASE("Cells are named as the program on the desk names them")
{
    CHECK(cellName(6, 2) == "C7");
    CHECK(cellName(0, 25) == "Z1");
    CHECK(cellName(0, 26) == "AA1");
    CHECK(cellName(0, 701) == "ZZ1");
    CHECK(cellName(0, 702) == "AAA1");
}
