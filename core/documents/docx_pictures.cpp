#include "core/documents/docx_pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/documents/docx_paragraph.h"

namespace documents {

namespace {

constexpr int cellTwips = 4422;  // two of them: 156 mm, GB/T 9704
constexpr std::int64_t emuPerMm = 36'000;
constexpr std::int64_t widestMm = 74;
constexpr std::int64_t highestMm = 62;

constexpr const char* captionLook =
    "<w:pPr><w:pStyle w:val=\"XuncunTableText\"/><w:jc w:val=\"center\"/></w:pPr>";
// Lines of a height of their own: the text's are of an exact height, which would cut the picture.
constexpr const char* pictureLook =
    "<w:pPr><w:pStyle w:val=\"XuncunTableText\"/><w:keepNext/>"
    "<w:spacing w:before=\"60\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
    "<w:jc w:val=\"center\"/></w:pPr>";

std::string idOf(std::size_t number)
{
    return fmt::format("rIdPhoto{}", number);
}
std::string fileOf(std::size_t number)
{
    return fmt::format("media/photo{}.jpg", number);
}

std::string* partNamed(ZipParts& parts, const std::string& name)
{
    const auto found = std::ranges::find(parts, name, [](const auto& part) { return part.first; });
    return found == parts.end() ? nullptr : &found->second;
}

bool insertBefore(std::string& xml, const std::string& end, const std::string& more)
{
    const std::size_t at = xml.rfind(end);
    if (at == std::string::npos) return false;
    xml.insert(at, more);
    return true;
}

}  // namespace

std::string DocxPictures::xml(const std::vector<Picture>& pictures)
{
    std::string rows;
    for (std::size_t i = 0; i < pictures.size(); i += 2) {
        rows += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t c = i; c < i + 2; ++c) {
            rows +=
                fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/></w:tcPr>", cellTwips);
            if (c < pictures.size())
                rows +=
                    fmt::format("<w:p>{}<w:r>{}</w:r></w:p>", pictureLook, pictureXml(pictures[c]));
            rows += fmt::format(
                "<w:p>{}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:tc>", captionLook,
                c < pictures.size() ? escapedXml(pictures[c].caption) : "");
        }
        rows += "</w:tr>";
    }
    return fmt::format(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
        "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{}\"/>"
        "<w:gridCol w:w=\"{}\"/></w:tblGrid>{}</w:tbl>"
        "<w:p><w:pPr><w:pStyle w:val=\"XuncunTableText\"/></w:pPr></w:p>",
        2 * cellTwips, cellTwips, cellTwips, rows);
}

std::string DocxPictures::pictureXml(const Picture& picture)
{
    m_jpegs.push_back(picture.jpeg);
    const std::size_t number = m_jpegs.size();
    const std::int64_t width = std::max(picture.widthPx, 1);
    const std::int64_t height = std::max(picture.heightPx, 1);
    std::int64_t shownWidth = widestMm * emuPerMm;
    std::int64_t shownHeight = shownWidth * height / width;
    if (shownHeight > highestMm * emuPerMm) {
        shownHeight = highestMm * emuPerMm;
        shownWidth = shownHeight * width / height;
    }
    constexpr const char* drawing = "http://schemas.openxmlformats.org/drawingml/2006/";
    const std::string name = "照片 " + std::to_string(number);
    return fmt::format(
        R"(<w:drawing><wp:inline xmlns:wp="{0}wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{1}" cy="{2}"/><wp:docPr id="{3}" name="{4}" descr="{5}"/>)"
        R"(<a:graphic xmlns:a="{0}main"><a:graphicData uri="{0}picture"><pic:pic xmlns:pic="{0}picture"><pic:nvPicPr><pic:cNvPr id="{3}" name="{4}"/><pic:cNvPicPr/></pic:nvPicPr>)"
        R"(<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{6}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>)"
        R"(<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{1}" cy="{2}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>)",
        drawing, shownWidth, shownHeight, number, name, escapedXml(picture.caption), idOf(number));
}

base::Result<void> DocxPictures::addTo(ZipParts& parts) const
{
    if (m_jpegs.empty()) return {};
    std::string* types = partNamed(parts, "[Content_Types].xml");
    std::string* links = partNamed(parts, "word/_rels/document.xml.rels");
    std::string relationships;
    for (std::size_t number = 1; number <= m_jpegs.size(); ++number)
        relationships += fmt::format(
            R"(<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{}"/>)",
            idOf(number), fileOf(number));
    const bool known = types && types->find("Extension=\"jpg\"") != std::string::npos;
    if (!types || !links || !insertBefore(*links, "</Relationships>", relationships) ||
        (!known && !insertBefore(*types, "<Override",
                                 R"(<Default Extension="jpg" ContentType="image/jpeg"/>)")))
        return base::fail("docx.damaged", "模板不完整，放不进照片");
    for (std::size_t number = 1; number <= m_jpegs.size(); ++number)
        parts.emplace_back("word/" + fileOf(number), m_jpegs[number - 1]);
    return {};
}

}  // namespace documents
