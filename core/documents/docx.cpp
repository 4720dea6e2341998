#include "core/documents/docx.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/documents/docx_paragraph.h"
#include "core/documents/docx_pictures.h"
#include "core/documents/zip_file.h"

namespace documents {

namespace {

constexpr const char* placeOpen = "{{";
constexpr const char* placeClose = "}}";

class Filler {
public:
    Filler(const Places& places, DocxPictures& pictures) : m_places(places), m_pictures(pictures) {}

    base::Result<std::string> run(const std::string& xml)
    {
        std::string out;
        std::size_t at = 0;
        while (true) {
            const std::size_t begin = std::min(xml.find("<w:p>", at), xml.find("<w:p ", at));
            const std::size_t end = begin == std::string::npos ? begin : xml.find("</w:p>", begin);
            if (end == std::string::npos) return out + xml.substr(at);
            out += xml.substr(at, begin - at);
            at = end + std::string("</w:p>").size();
            base::Result<std::string> filled = fill(xml.substr(begin, at - begin));
            if (!filled) return filled;
            out += *filled;
        }
    }

private:
    base::Result<const std::vector<Block>*> blocksOf(const std::string& name) const
    {
        const auto place = m_places.find(name);
        if (place != m_places.end()) return &place->second;
        std::string known;
        for (const auto& one : m_places) known += (known.empty() ? "" : "、") + one.first;
        return base::fail("docx.place_unknown",
                          fmt::format("模板里的“{{{{{}}}}}”不认识，可以用的有：{}", name, known),
                          name);
    }

    base::Result<std::string> fill(const std::string& paragraph) const
    {
        const std::string words = wordsOfParagraph(paragraph);
        const std::size_t open = words.find(placeOpen);
        const std::size_t close = words.find(placeClose, open);
        if (open == std::string::npos || close == std::string::npos) return paragraph;
        if (open == 0 && close + 2 == words.size()) {
            const auto blocks = blocksOf(words.substr(2, close - 2));
            if (!blocks) return tl::unexpected(blocks.error());
            std::string out;
            for (const Block& block : **blocks)
                out += block.pictures.empty() ? blockXml(block, paragraph)
                                              : m_pictures.xml(block.pictures);
            return out;
        }
        return fillWithin(paragraph, words);
    }

    /// Places among other words. Runs keep their looks unless a place is split over several.
    base::Result<std::string> fillWithin(const std::string& paragraph,
                                         const std::string& words) const
    {
        base::Result<std::string> filled = replaced(paragraph);
        if (!filled) return filled;
        const std::string left = wordsOfParagraph(*filled);
        const std::size_t open = left.find(placeOpen);
        if (open == std::string::npos || left.find(placeClose, open) == std::string::npos)
            return filled;
        filled = replaced(words);
        if (!filled) return filled;
        return withWords(paragraph, *filled);
    }

    /// Every place that stands in one piece.
    base::Result<std::string> replaced(const std::string& text) const
    {
        std::string out;
        std::size_t at = 0;
        while (true) {
            const std::size_t open = text.find(placeOpen, at);
            const std::size_t close = text.find(placeClose, open);
            if (open == std::string::npos || close == std::string::npos)
                return out + text.substr(at);
            const std::string name = text.substr(open + 2, close - open - 2);
            out += text.substr(at, open - at);
            at = close + 2;
            if (name.find('<') != std::string::npos) {  // split over runs
                out += text.substr(open, at - open);
                continue;
            }
            const auto blocks = blocksOf(name);
            if (!blocks) return tl::unexpected(blocks.error());
            if (!(*blocks)->empty()) out += escapedXml((*blocks)->front().text);
        }
    }

    const Places& m_places;
    DocxPictures& m_pictures;
};

bool mayHavePlaces(const std::string& part)
{
    return part == "word/document.xml" || part.starts_with("word/header") ||
           part.starts_with("word/footer");
}

}  // namespace

base::Result<std::string> fillDocx(const std::string& docx, const Places& places)
{
    base::Result<ZipParts> parts = readZip(docx);
    if (!parts) return tl::unexpected(parts.error());
    bool found = false;
    DocxPictures pictures;
    for (auto& [name, content] : *parts) {
        if (!mayHavePlaces(name)) continue;
        base::Result<std::string> filled = Filler(places, pictures).run(content);
        if (!filled) return filled;
        content = std::move(*filled);
        found = found || name == "word/document.xml";
    }
    if (!found)
        return base::fail("docx.not_docx", "模板不是 .docx 文件，请用 WPS 或 Word 另存为 .docx");
    if (auto added = pictures.addTo(*parts); !added) return tl::unexpected(added.error());
    return writeZip(*parts);
}

}  // namespace documents
