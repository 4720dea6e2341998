#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"

namespace hub {

/// A line of a file of titles; the place as it was written, a code or a name.
struct TitleLine {
    int number = 0;
    std::string place;
    std::string title;
    std::string firstDay;
    std::string lastDay;  ///< may be empty
};
struct TitlesFile {
    std::vector<TitleLine> lines;
    base::Errors errors;  ///< one a refused line, `where` is "line N"
};

/// Reads `村,称号,起,止` (or `place,title,from,to`); the last column may be missing or empty.
/// Values may be quoted, a byte order mark and CRLF are taken; UTF-8. A line with a bad title or
/// day is refused, the others stand. Fails as a whole ("csv.header", "csv.too_large", "csv.empty")
/// when the file is no such table.
base::Result<TitlesFile> readTitlesCsv(std::string_view text);

/// "2026-11-01": a day that there is.
bool isDay(const std::string& text);

}  // namespace hub
