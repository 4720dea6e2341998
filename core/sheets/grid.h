#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace sheets {

/// One table as text: the first sheet of a workbook, or a CSV file. Rows may have different
/// lengths.
struct Grid {
    std::string name;
    std::vector<std::vector<std::string>> rows;

    /// The trimmed text of a cell; empty outside the table.
    std::string at(std::size_t row, std::size_t column) const;
    bool operator==(const Grid&) const = default;
};

/// "C7" for row 6, column 2.
std::string cellName(std::size_t row, std::size_t column);

enum class CsvEncoding { utf8, gb18030 };

/// Reads CSV (RFC 4180, comma; quoted fields may hold line ends). UTF-8 with or without BOM; what
/// is not valid UTF-8 is read as GB18030, as WPS and Excel save it. Errors: "sheet.*", with the
/// row.
base::Result<Grid> gridFromCsv(std::string_view bytes);
std::string csvFromGrid(const Grid& grid, CsvEncoding encoding);

constexpr std::size_t rowsAtMost = 20'000;
constexpr std::size_t columnsAtMost = 256;

/// Reads the first worksheet of an .xlsx as WPS, Excel and LibreOffice write it: shared and inline
/// texts, numbers as a person typed them (0.1, not 0.10000000000000001), formulas by their stored
/// result. Limits: 8 MB packed, 64 MB unpacked, rowsAtMost, columnsAtMost. Errors: "sheet.*".
base::Result<Grid> gridFromXlsx(std::string_view bytes);

/// How a written worksheet looks.
struct GridLook {
    std::size_t headRow = 0;           ///< bold, framed, repeated on each printed page, frozen
    std::vector<double> columnWidths;  ///< in characters
    std::size_t titleColumns = 0;  ///< > 0: the first row is a title merged over so many columns
    bool landscape = true;
};

struct Page {
    Grid grid;
    GridLook look;
};

/// Writes a workbook of these worksheets; cells that are plain numbers become numbers. Replaces the
/// file. Error "sheet.not_written".
base::Result<void> writeXlsx(const std::vector<Page>& pages, const std::string& path);

/// By the ending of `path` (.xlsx, .csv). Errors also "sheet.not_found", "sheet.too_big",
/// "sheet.kind_unknown".
base::Result<Grid> gridFromFile(const std::string& path);

}  // namespace sheets
