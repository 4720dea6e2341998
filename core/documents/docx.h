#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/documents/picture.h"
#include "core/documents/table.h"

namespace documents {

/// One piece of a document: a paragraph, a table (its title and notes are not shown), or pictures.
struct Block {
    std::string text;   ///< a line end is one in the paragraph
    std::string style;  ///< id of one of the template's styles; empty: the look of the place
    bool newPage = false;
    Table table;                    ///< where it has columns
    std::vector<Picture> pictures;  ///< two in a row, with their captions
    bool keepNext = false;          ///< a paragraph on the page of what follows it
};

/// What is put at the places of a template.
using Places = std::map<std::string, std::vector<Block>>;

/// Fills a .docx template. A paragraph that is nothing but "{{name}}" is replaced by the blocks of
/// that name in the paragraph's own look, a table in the template's style "XuncunTable" with
/// "XuncunTableHead" and "XuncunTableText" paragraphs. Within other text, headers and footers
/// included, "{{name}}" becomes the words of its first block. A word processor may have split a
/// place into runs.
/// Fails with "docx.not_docx", "docx.damaged", "docx.too_big", and with "docx.place_unknown", which
/// names the places there are.
base::Result<std::string> fillDocx(const std::string& docx, const Places& places);

}  // namespace documents
