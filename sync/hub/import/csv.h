#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"

namespace hub {

/// One line of a file with its number, without its line end.
struct CsvLine {
    int number = 0;
    std::string_view text;
};
/// Lines by LF or CRLF; blank ones are left out. A quoted value may not hold a line end.
std::vector<CsvLine> csvLines(std::string_view text);

/// The values of a line; nothing when a quote is not closed or stands in the middle of a value.
std::optional<std::vector<std::string>> csvValues(std::string_view line);

/// What a table's first line may be: one of these heads, of which the last columns may be missing
/// beyond `columnsNeeded`. `words` is how the head is called in the refusal.
struct CsvShape {
    std::vector<std::vector<std::string>> heads;
    std::size_t columnsNeeded = 0;
    std::size_t bytesAtMost = 0;
    const char* words = "";
    bool raggedRows = false;  ///< a row may leave out what the head has beyond `columnsNeeded`
};
struct CsvRow {
    int number = 0;                   ///< of its line
    std::vector<std::string> values;  ///< as many as the longest head
};
struct CsvTable {
    std::vector<CsvRow> rows;
    std::map<int, base::Error> refused;  ///< by line

    /// By line, `where` is "line N".
    base::Errors errors() const;
};

/// UTF-8 with or without byte order mark, LF or CRLF. A line of broken UTF-8, of open quotes or of
/// a wrong number of columns is refused, the others stand. Fails as a whole ("csv.header",
/// "csv.too_large", "csv.empty") when the text is no such table.
base::Result<CsvTable> readCsvTable(std::string_view text, const CsvShape& shape);

}  // namespace hub
