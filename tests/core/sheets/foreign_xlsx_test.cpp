#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "core/checklists/samples.h"
#include "core/documents/zip_file.h"
#include "core/sheets/checklist_sheet.h"

using namespace sheets;

namespace {

/// A workbook as desks write it: texts shared and in runs of different looks, readings beside them,
/// numbers with seventeen digits, merged and empty cells, results of formulas, a second work sheet.
std::string workbook(const std::string& target)
{
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const std::string main =
        R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const documents::ZipParts parts = {
        {"[Content_Types].xml", head + "<Types/>"},
        {"xl/workbook.xml",
         head + "<workbook" + main +
             R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
             R"(<sheets><sheet name="评分表" sheetId="4" r:id="rId7"/>)"
             R"(<sheet name="旧表" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         head + R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)" +
             R"(<Relationship Id="rId7" Target=")" + target + R"("/></Relationships>)"},
        {"xl/worksheets/sheet1.xml", head + "<worksheet" + main + "><sheetData/></worksheet>"},
        {"xl/sharedStrings.xml",
         head + "<sst" + main +
             R"(><si><t>类别</t></si><si><r><t>检查</t></r><r><rPr><b/></rPr><t>内容</t></r>)"
             R"(<rPh sb="0" eb="2"><t>けんさ</t></rPh></si><si><t xml:space="preserve"> 满分 </t></si>)"
             R"(<si><t>扣分规则</t></si><si><t>路面</t></si><si><t>路面有垃圾&amp;杂物</t></si>)"
             R"(<si><t>每处 0.5</t></si></sst>)"},
        {"xl/worksheets/sheet3.xml",
         head + "<worksheet" + main +
             R"(><dimension ref="A1:D5"/><sheetData>)"
             R"(<row r="1" spans="1:4"><c r="A1" s="9" t="inlineStr"><is><t>路面检查表</t></is></c>)"
             R"(<c r="B1" s="9"/></row><row r="2"><c r="A2" t="str"><f>"检查"&amp;"类型"</f>)"
             R"(<v>检查类型</v></c><c r="B2" t="str"><v>XD</v></c></row>)"
             R"(<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c>)"
             R"(<c r="C4" t="s"><v>2</v></c><c r="D4" t="s"><v>3</v></c></row>)"
             R"(<row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5" t="s"><v>5</v></c>)"
             R"(<c r="C5"><f>2*0.55</f><v>1.1000000000000001</v></c><c r="D5" t="s"><v>6</v></c></row>)"
             R"(</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>)"}};
    return documents::writeZip(parts).value();
}

}  // namespace

TEST_CASE("A workbook is read as WPS and Excel save it, wherever they put the first sheet")
{
    for (const char* target : {"worksheets/sheet3.xml", "/xl/worksheets/sheet3.xml"}) {
        CAPTURE(target);
        const auto grid = gridFromXlsx(workbook(target));
        REQUIRE(grid);
        CHECK(grid->name == "评分表");
        const auto sheet = checklistFromGrid(*grid);
        REQUIRE(sheet);
        CHECK(sheet->title == "路面检查表");
        CHECK(sheet->kind == "XD");
        REQUIRE(sheet->sections.size() == 1);
        const domain::Item& item = sheet->sections[0].items.at(0);
        CHECK(item.title == "路面有垃圾&杂物");
        CHECK(item.max == base::Points{110});
        CHECK(item.rules.at(0).price == base::Points{50});
    }
}

TEST_CASE("A sheet that another program opened and saved again is still the identical sheet")
{
    if (std::system("command -v soffice > /dev/null 2>&1") != 0) {
        WARN("SKIPPED: LibreOffice is not installed");
        return;
    }
    const auto folder =
        std::filesystem::temp_directory_path() / ("xuncun-foreign-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "again");
    std::string files;
    for (const domain::Checklist& sheet : checklists::samples()) {
        const std::string file = (folder / (sheet.kind + ".xlsx")).string();
        REQUIRE(checklistToFile(sheet, file, CsvEncoding::utf8));
        files += " '" + file + "'";
    }
    const std::string command = "timeout 120 soffice -env:UserInstallation=file://" +
                                (folder / "profile").string() +
                                " --headless --convert-to xlsx --outdir '" +
                                (folder / "again").string() + "'" + files + " > /dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    for (const domain::Checklist& sheet : checklists::samples()) {
        CAPTURE(sheet.kind);
        const auto read = checklistFromFile((folder / "again" / (sheet.kind + ".xlsx")).string());
        REQUIRE(read);
        CHECK(*read == sheet);
    }
    std::filesystem::remove_all(folder);
}
