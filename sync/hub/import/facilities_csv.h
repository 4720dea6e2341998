#pragma once

#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/domain/region.h"

namespace hub {

/// Facilities (a treatment plant, a public toilet, a stretch of river) that sheets of the kind
/// "facility" are used on.
struct FacilitiesFile {
    std::vector<domain::Region> facilities;
    base::Errors errors;  ///< one a refused line, `where` is "line N"
};

/// Reads `代码,名称` (or `code,name`). A code is that of its village, "-" and up to 8 letters or
/// digits: 330799001201-GC1. A line with a bad or doubled code or name is refused, the others
/// stand. Fails as a whole ("csv.header", "csv.too_large", "csv.empty") when the file is no such
/// table.
base::Result<FacilitiesFile> readFacilitiesCsv(std::string_view text);

}  // namespace hub
