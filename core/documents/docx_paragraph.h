#pragma once

#include <string>

#include "core/documents/docx.h"

// The XML of one paragraph or table of a .docx.
namespace documents {

std::string escapedXml(const std::string& text);

/// The words of a paragraph, its runs joined, entities as they stand.
std::string wordsOfParagraph(const std::string& paragraph);

/// The same paragraph with other words: in its first run, the others emptied.
std::string withWords(const std::string& paragraph, const std::string& escapedWords);

/// `paragraph` is that of the place: its look is taken where the block names no style.
std::string blockXml(const Block& block, const std::string& paragraph);

}  // namespace documents
