#pragma once

#include "core/documents/docx.h"
#include "core/domain/rectification.h"

namespace documents {

/// One task as a notice lists it; names in words.
struct RectificationItem {
    std::string village;
    domain::RectificationNotice notice;
    std::string state;            ///< in words
    std::vector<Picture> photos;  ///< before, captioned by their numbers
};

/// 整改通知单 of one town.
struct RectificationNoticeFor {
    std::string issuer;
    std::string number;
    std::string town;
    std::string campaign;
    std::string day;  ///< "2026-11-23"
    std::vector<RectificationItem> items;
};

/// The end of a photo's id, as the watermark and the list of problems name it: "01a2b3c4".
std::string photoNumber(const domain::PhotoEntry& photo);

/// The list with deadlines and photo numbers; the same in the notice and in the spreadsheet.
Table rectificationTable(const RectificationNoticeFor& notice);

/// The notice as .docx in the look of the built-in template, with a place to sign for its receipt,
/// the list and the photos of each problem.
base::Result<std::string> rectificationDocx(const RectificationNoticeFor& notice);

}  // namespace documents
