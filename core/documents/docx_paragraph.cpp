#include "core/documents/docx_paragraph.h"

#include <fmt/format.h>

#include <algorithm>

namespace documents {

namespace {

constexpr int textWidthTwips = 8845;  // 156 mm, GB/T 9704

/// What stands between the first `<name>` and `</name>` with the tags; empty where there is none.
std::string element(const std::string& xml, const std::string& name)
{
    const std::size_t begin = xml.find("<" + name + ">");
    const std::string close = "</" + name + ">";
    const std::size_t end = begin == std::string::npos ? begin : xml.find(close, begin);
    return end == std::string::npos ? std::string() : xml.substr(begin, end + close.size() - begin);
}

/// The look of a paragraph's first run, not that of its paragraph mark.
std::string runLook(const std::string& paragraph)
{
    std::size_t run = paragraph.find("<w:r>");
    run = std::min(run, paragraph.find("<w:r "));
    return run == std::string::npos ? std::string() : element(paragraph.substr(run), "w:rPr");
}

/// Puts one more property into a paragraph's look, behind its style.
void addTo(std::string& look, const std::string& property)
{
    const std::size_t style = look.find("/>");
    if (look.empty())
        look = "<w:pPr>" + property + "</w:pPr>";
    else if (look.starts_with("<w:pPr><w:pStyle") && style != std::string::npos)
        look.insert(style + 2, property);
    else
        look.insert(std::string("<w:pPr>").size(), property);
}

std::string paragraphXml(const std::string& text, std::string look, const std::string& font,
                         bool newPage, bool keepNext = false)
{
    if (newPage) addTo(look, "<w:pageBreakBefore/>");
    if (keepNext) addTo(look, "<w:keepNext/>");
    std::string words;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        words += (at > 0 ? "<w:br/>" : "") + ("<w:t xml:space=\"preserve\">" +
                                              escapedXml(text.substr(at, end - at)) + "</w:t>");
        at = end + 1;
    }
    return "<w:p>" + look + "<w:r>" + font + words + "</w:r></w:p>";
}

std::string styleXml(const std::string& style, const char* align = nullptr)
{
    return "<w:pPr><w:pStyle w:val=\"" + escapedXml(style) + "\"/>" +
           (align ? fmt::format("<w:jc w:val=\"{}\"/>", align) : std::string()) + "</w:pPr>";
}

std::string rowXml(const Table& table, const std::vector<int>& widths,
                   const std::vector<std::string>& row, bool head)
{
    std::string xml = head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                           : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const char* align = !head && table.columns[c].kind == ColumnKind::text ? "left" : "center";
        xml += fmt::format(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>",
            widths[c]);
        xml +=
            paragraphXml(c < row.size() ? row[c] : std::string(),
                         styleXml(head ? "XuncunTableHead" : "XuncunTableText", align), {}, false);
        xml += "</w:tc>";
    }
    return xml + "</w:tr>";
}

std::string tableXml(const Table& table)
{
    double sum = 0;
    for (const Column& column : table.columns) sum += column.width;
    std::vector<int> widths;
    std::vector<std::string> titles;
    std::string xml = fmt::format(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"XuncunTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>"
        "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
        textWidthTwips);
    for (const Column& column : table.columns) {
        widths.push_back(static_cast<int>(textWidthTwips * column.width / sum));
        titles.push_back(column.title);
        xml += fmt::format("<w:gridCol w:w=\"{}\"/>", widths.back());
    }
    xml += "</w:tblGrid>" + rowXml(table, widths, titles, true);
    for (const auto& row : table.rows) xml += rowXml(table, widths, row, false);
    // Two tables without a paragraph between them would grow together.
    return xml + "</w:tbl>" + paragraphXml("", styleXml("XuncunTableText"), {}, false);
}

/// Calls `use` with begin and end of the text of each w:t.
template <class Use>
void eachText(const std::string& paragraph, Use use)
{
    std::size_t at = 0;
    while ((at = paragraph.find("<w:t", at)) != std::string::npos) {
        const std::size_t close = paragraph.find('>', at);
        if (close == std::string::npos) return;
        const char next = paragraph[at + 4];
        if ((next == '>' || next == ' ') && paragraph[close - 1] != '/') {
            const std::size_t end = paragraph.find("</w:t>", close);
            if (end == std::string::npos) return;
            use(close + 1, end);
        }
        at = close;
    }
}

}  // namespace

std::string escapedXml(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out;
}

std::string wordsOfParagraph(const std::string& paragraph)
{
    std::string words;
    eachText(paragraph, [&](std::size_t begin, std::size_t end) {
        words += paragraph.substr(begin, end - begin);
    });
    return words;
}

std::string withWords(const std::string& paragraph, const std::string& escapedWords)
{
    std::string out;
    std::size_t done = 0;
    bool first = true;
    eachText(paragraph, [&](std::size_t begin, std::size_t end) {
        out += paragraph.substr(done, begin - done);
        if (first) out += escapedWords;
        first = false;
        done = end;
    });
    return out + paragraph.substr(done);
}

std::string blockXml(const Block& block, const std::string& paragraph)
{
    if (!block.table.columns.empty()) return tableXml(block.table);
    if (!block.style.empty())
        return paragraphXml(block.text, styleXml(block.style), {}, block.newPage, block.keepNext);
    return paragraphXml(block.text, element(paragraph, "w:pPr"), runLook(paragraph), block.newPage,
                        block.keepNext);
}

}  // namespace documents
