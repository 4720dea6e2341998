#include "core/documents/docx.h"

#include <catch2/catch.hpp>

#include "core/documents/zip_file.h"
#include "tests/support/jpeg.h"

using namespace documents;

namespace {

std::string docxOf(const std::string& body, const std::string& footer = {})
{
    ZipParts parts = {
        {"[Content_Types].xml", "<Types/>"},
        {"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"},
        {"word/styles.xml", "<w:styles>{{name}}</w:styles>"}};
    if (!footer.empty()) parts.emplace_back("word/footer1.xml", footer);
    return writeZip(parts).value();
}

std::string partOf(const std::string& docx, const std::string& name)
{
    const ZipParts unpacked = readZip(docx).value();
    for (const auto& [part, content] : unpacked)
        if (part == name) return content;
    return {};
}

std::string filled(const std::string& body, const Places& places)
{
    const std::string xml = partOf(fillDocx(docxOf(body), places).value(), "word/document.xml");
    const std::size_t begin = std::string("<w:document><w:body>").size();
    return xml.substr(begin, xml.size() - begin - std::string("</w:body></w:document>").size());
}

Block words(const std::string& text)
{
    Block block;
    block.text = text;
    return block;
}

}  // namespace

TEST_CASE("A paragraph that is a place becomes its blocks in the place's look")
{
    const std::string body =
        "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{name}}</w:t></w:r></w:p>";
    CHECK(filled(body, {{"name", {words("一<二"), words("三")}}}) ==
          "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:rPr><w:b/></w:rPr>"
          "<w:t xml:space=\"preserve\">一&lt;二</w:t></w:r></w:p>"
          "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:rPr><w:b/></w:rPr>"
          "<w:t xml:space=\"preserve\">三</w:t></w:r></w:p>");
    CHECK(filled(body, {{"name", {}}}).empty());
}

TEST_CASE("A place that the word processor split into runs is still a place")
{
    const std::string body =
        "<w:p "
        "w:rsidR=\"1\"><w:r><w:t>{{na</w:t></w:r><w:proofErr/><w:r><w:t>me}}</w:t></w:r></w:p>";
    CHECK(filled(body, {{"name", {words("村")}}}).find(">村<") != std::string::npos);
    const std::string within =
        "<w:p><w:r><w:t>甲{{na</w:t></w:r><w:r><w:t xml:space=\"preserve\">me}} "
        "乙</w:t></w:r></w:p>";
    CHECK(filled(within, {{"name", {words("&村")}}}) ==
          "<w:p><w:r><w:t>甲&amp;村 乙</w:t></w:r><w:r><w:t "
          "xml:space=\"preserve\"></w:t></w:r></w:p>");
}

TEST_CASE("Places among other words leave runs and tabs as they are, footers included")
{
    const std::string body =
        "<w:p><w:r><w:t>{{a}}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{{b}}印发</w:t></w:r></w:p>";
    const Places places = {{"a", {words("甲")}}, {"b", {words("乙")}}};
    CHECK(filled(body, places) ==
          "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>乙印发</w:t></w:r></w:p>");
    const std::string docx =
        fillDocx(docxOf("", "<w:ftr><w:p><w:r><w:t>第{{a}}号</w:t></w:r></w:p></w:ftr>"), places)
            .value();
    CHECK(partOf(docx, "word/footer1.xml") ==
          "<w:ftr><w:p><w:r><w:t>第甲号</w:t></w:r></w:p></w:ftr>");
    CHECK(partOf(docx, "word/styles.xml") == "<w:styles>{{name}}</w:styles>");
}

TEST_CASE("A table has its head repeated and as many cells a row as columns")
{
    Block block;
    block.table.columns = {{"名次", 5, ColumnKind::centre}, {"村", 15, ColumnKind::text}};
    block.table.rows = {{"1", "甲村"}, {"2"}};
    const std::string xml = filled("<w:p><w:r><w:t>{{t}}</w:t></w:r></w:p>", {{"t", {block}}});
    CHECK(xml.find("<w:tblHeader/>") != std::string::npos);
    std::size_t cells = 0;
    for (std::size_t at = xml.find("<w:tc>"); at != std::string::npos;
         at = xml.find("<w:tc>", at + 1))
        ++cells;
    CHECK(cells == 6);
    CHECK(xml.find("甲村") != std::string::npos);
}

TEST_CASE("A photo is scaled down to the wanted side, a small one stays as it is")
{
    const Picture large = scaledPicture(support::jpegOf(1600, 1200), 1000).value();
    CHECK(large.widthPx == 1000);
    CHECK(large.heightPx == 750);
    CHECK(large.jpeg.starts_with("\xff\xd8"));
    CHECK(scaledPicture(large.jpeg, 1000).value().jpeg == large.jpeg);
    const Picture upright = scaledPicture(support::jpegOf(1200, 1600), 800).value();
    CHECK(upright.heightPx == 800);
    CHECK(scaledPicture("no photo", 800).error().code == "picture.unreadable");
    CHECK(scaledPicture(support::jpegOf(1600, 1200).substr(0, 40), 800).error().code ==
          "picture.unreadable");
}

TEST_CASE("Pictures stand two in a row with their captions, each with a file and a relationship")
{
    Block block;
    for (const char* caption : {"照片 1<2", "照片 2", "照片 3"})
        block.pictures.push_back({"bytes of " + std::string(caption), 1600, 1200, caption});
    const ZipParts form = {
        {"[Content_Types].xml", "<Types><Override/></Types>"},
        {"word/_rels/document.xml.rels", "<Relationships></Relationships>"},
        {"word/document.xml", "<w:body><w:p><w:r><w:t>{{p}}</w:t></w:r></w:p></w:body>"}};
    const std::string docx = fillDocx(writeZip(form).value(), {{"p", {block}}}).value();
    const std::string xml = partOf(docx, "word/document.xml");
    const auto count = [](const std::string& text, const std::string& part) {
        int found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos;
             at = text.find(part, at + 1))
            ++found;
        return found;
    };
    CHECK(count(xml, "<w:tr>") == 2);
    CHECK(count(xml, "<w:drawing>") == 3);
    CHECK(count(xml, "照片 1&lt;2") == 2);  // below the picture, and for who cannot see it
    CHECK(partOf(docx, "word/media/photo3.jpg") == "bytes of 照片 3");
    CHECK(count(partOf(docx, "word/_rels/document.xml.rels"), "media/photo") == 3);
    CHECK(count(partOf(docx, "[Content_Types].xml"), "image/jpeg") == 1);
}

TEST_CASE("A template with an unknown place names it and what there is")
{
    const auto done =
        fillDocx(docxOf("<w:p><w:r><w:t>{{titel}}</w:t></w:r></w:p>"), {{"title", {words("题")}}});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "docx.place_unknown");
    CHECK(done.error().message == "模板里的“{{titel}}”不认识，可以用的有：title");
}

TEST_CASE("What is no .docx is refused")
{
    CHECK(fillDocx("nonsense", {}).error().code == "docx.not_docx");
    CHECK(fillDocx("", {}).error().code == "docx.not_docx");
    const std::string other = writeZip({{"xl/workbook.xml", "<x/>"}}).value();
    CHECK(fillDocx(other, {}).error().code == "docx.not_docx");
    const std::string docx = docxOf("");
    for (std::size_t size = 0; size < docx.size(); size += 37)
        CHECK_FALSE(fillDocx(docx.substr(0, size), {}));
}
