#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/sheets/grid.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/pdf.h"
#include "tests/hub/admin/desk.h"
#include "tests/support/file_text.h"

using namespace hubtest;

namespace {

/// A county with one approved inspection: a dirty road at somebody's door, signed by a villager.
class Office : public CountyDesk {
public:
    Office()
    {
        Tablet zhang = m_county.tabletOf("zhang");
        Tablet wang = m_county.tabletOf("wang");
        domain::Inspection made = m_county.inspection(zhang, village11);
        domain::Finding finding;
        finding.id = {"f1"};
        finding.ruleCode = "a";
        finding.place = "下街18号";
        finding.note = "楼晓东说是张三家倒的，浙G12345";
        made.answers[0].state = domain::AnswerState::found;
        made.answers[0].findings = {finding};
        const domain::PhotoEntry photo = m_county.photo("路面");
        made.photos = {photo};
        made.photos[0].itemCode = made.answers[0].itemCode;
        made.photos[0].finding = finding.id;
        made.signatures = {
            {"village", domain::SignatureKind::signedByHand, "楼晓东", "", "M0 0 L9 9", 1}};
        m_county.storeBlob(photo);
        CHECK(textOf(m_county.pushOne(zhang, m_county.submitted(zhang, made)).outcome) ==
              "applied");
        CHECK(
            textOf(m_county.pushOne(wang, m_county.reviewed(wang, made, domain::Decision::approve))
                       .outcome) == "applied");
        m_county.close();
    }
};

std::string cellsOf(const std::string& path)
{
    std::string cells;
    const sheets::Grid grid = sheets::gridFromFile(path).value();
    for (const auto& row : grid.rows)
        for (const std::string& cell : row) cells += cell + "|";
    return cells;
}

}  // namespace

TEST_CASE("A campaign's documents come from its frozen package, masked with what the hub knows")
{
    Office office;
    CHECK(has(office.run({"report", office.campaign(), "--table", office.path("t.xlsx")}, 1),
              "package.not_frozen"));
    office.run({"freeze", office.campaign(), office.path("p.txt")});
    office.run({"report", office.campaign(), "--issues", office.path("i.xlsx"), "--table",
                office.path("t.xlsx"), "--notice", office.path("n.docx")});
    const std::string open = cellsOf(office.path("i.xlsx"));
    CHECK(has(open, "下街**号"));
    CHECK(has(open, "张某家倒的"));
    CHECK(has(open, "浙G*****"));
    for (const char* secret : {"楼晓东", "张三", "18号", "G12345"}) {
        CAPTURE(secret);
        CHECK_FALSE(has(open, secret));
    }
    CHECK(has(cellsOf(office.path("t.xlsx")), "得分排名表"));
    CHECK(support::fileText(office.path("n.docx")).substr(0, 2) == "PK");
}

TEST_CASE("An internal copy names inspector and place, a package alone knows neither")
{
    Office office;
    office.run({"freeze", office.campaign(), office.path("p.txt")});
    office.run({"report", office.path("p.txt"), "--issues", office.path("in.xlsx"), "--internal"});
    const std::string internal = cellsOf(office.path("in.xlsx"));
    for (const char* known : {"张三", "楼晓东", "下街18号", "不得公开"}) {
        CAPTURE(known);
        CHECK(has(internal, known));
    }
    office.run({"report", office.path("p.txt"), "--issues", office.path("bare.xlsx")});
    CHECK_FALSE(has(cellsOf(office.path("bare.xlsx")), "下街"));
}

TEST_CASE("A changed package makes no document")
{
    Office office;
    office.run({"freeze", office.campaign(), office.path("p.txt")});
    std::string text = support::fileText(office.path("p.txt"));
    text[text.size() - 20] = text[text.size() - 20] == '1' ? '2' : '1';
    std::ofstream(office.path("p.txt"), std::ios::binary) << text;
    const std::string said =
        office.run({"report", office.path("p.txt"), "--table", office.path("t.xlsx")}, 1);
    CHECK(has(said, "package.changed"));
    CHECK(has(said, "package.refused"));
    CHECK_FALSE(std::filesystem::exists(office.path("t.xlsx")));
}

TEST_CASE("What is asked wrongly is said in words")
{
    Office office;
    office.run({"freeze", office.campaign(), office.path("p.txt")});
    CHECK(has(office.run({"report", office.path("p.txt")}, 1), "document.none"));
    CHECK(has(office.run({"report", "别处", "--table", office.path("t.xlsx")}, 1), "campaign."));
    CHECK(has(office.run({"report", office.path("p.txt"), "--table", "/nowhere/t.xlsx"}, 1),
              "document.not_written"));
    CHECK(has(office.run({"report", office.path("p.txt"), "--notice", office.path("n.docx"),
                          "--template", office.path("p.txt")},
                         1),
              "docx.not_docx"));
    CHECK(has(office.run({"report", office.path("p.txt"), "--notice", office.path("n.docx"),
                          "--date", "下周一"},
                         2),
              "2026-11-23"));
    office.run({"report-template", office.path("own.docx")});
    office.run({"report", office.path("p.txt"), "--notice", office.path("n.docx"), "--template",
                office.path("own.docx")});
}

TEST_CASE("A notice becomes a PDF where LibreOffice is, and says so where it is not")
{
    Office office;
    office.run({"freeze", office.campaign(), office.path("p.txt")});
    setenv("XUNCUN_SOFFICE", "/nowhere/soffice", 1);
    CHECK(has(office.run({"report", office.path("p.txt"), "--pdf", office.path("n.pdf")}, 1),
              "pdf.no_office"));
    setenv("XUNCUN_SOFFICE", "/bin/false", 1);
    CHECK(has(office.run({"report", office.path("p.txt"), "--pdf", office.path("n.pdf")}, 1),
              "pdf.failed"));
    unsetenv("XUNCUN_SOFFICE");
    if (std::system("command -v soffice > /dev/null 2>&1") != 0) {
        WARN("SKIPPED: LibreOffice is not installed");
        return;
    }
    office.run({"report", office.path("p.txt"), "--pdf", office.path("n.pdf")});
    CHECK(support::fileText(office.path("n.pdf")).substr(0, 5) == "%PDF-");
    CHECK_FALSE(std::filesystem::exists(office.path("n.pdf.docx")));
    office.run({"report", office.path("p.txt"), "--table", office.path("t.xlsx")});
    CHECK(hub::docxToPdf(office.path("t.xlsx"), office.path("t.pdf")).has_value());
}

TEST_CASE("Fairness figures are printed and written, and no score changes")
{
    Office office;
    const std::string before = office.run({"rank", office.campaign(), "--json"});
    const std::string said = office.run({"fairness", office.campaign()});
    CHECK(has(said, "张三：1 次，平均"));
    CHECK(has(said, "不改变任何分数"));
    office.run({"fairness", office.campaign(), "--out", office.path("f.xlsx")});
    CHECK(has(cellsOf(office.path("f.xlsx")), "张三"));
    CHECK(office.run({"rank", office.campaign(), "--json"}) == before);
}
