#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/domain/region.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Villages and towns out of a CSV file, and what is wrong with its other lines.
struct RegionsFile {
    std::vector<domain::Region> towns;     ///< made from town_code and town, by code
    std::vector<domain::Region> villages;  ///< in the file's order
    base::Errors errors;                   ///< one a refused line, `where` is "line N"
};

/// Reads `code,name,town_code,town,ur_code,lon_gcj02,lat_gcj02`; the last three columns may be
/// missing, values may be quoted, a byte order mark and CRLF are taken. GCJ-02 becomes WGS-84.
///
/// A line with broken UTF-8, a wrong number of columns, a bad or doubled code, a town that does not
/// fit, or a bad position is refused; the other lines stand. Fails as a whole ("csv.header",
/// "csv.too_large", "csv.empty") when the file is no such table.
base::Result<RegionsFile> readRegionsCsv(std::string_view text);

struct ImportCounts {
    int added = 0;
    int changed = 0;
    int same = 0;
};
/// Writes towns and villages. What the file does not know is kept: aliases, retirement, a position
/// where the file has none; a changed name becomes an alias.
ImportCounts importRegions(Connection& connection, const RegionsFile& file);

}  // namespace hub
