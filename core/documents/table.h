#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace documents {

enum class ColumnKind {
    text,    ///< to the left, wraps
    centre,  ///< short words
    count,   ///< whole numbers
    points   ///< two decimals
};

struct Column {
    std::string title;
    double width = 10;  ///< in digits of the body's size
    ColumnKind kind = ColumnKind::text;
};

/// A table as it is printed; a cell of a count or points column that is no number is shown as it
/// stands.
struct Table {
    std::string name;  ///< of the work sheet; what such a name may not have is taken out
    std::string title;
    std::string subtitle;  ///< period, number of villages
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> notes;  ///< below the table
    bool landscape = false;
};

/// Writes an .xlsx with one work sheet a table: head frozen and repeated on every page, A4, fitted
/// to the page's width. The same tables and time give the same bytes. Fails with
/// "document.not_written", "document.too_long" beyond 1,000,000 rows.
base::Result<void> writeTables(const std::vector<Table>& tables, std::int64_t createdAtMs,
                               const std::string& path);

}  // namespace documents
