#pragma once

#include "core/domain/region.h"
#include "core/sqlite/database.h"

// Rows of table `region`, for the classes that read it.
namespace store {

#define regionSelect \
    "SELECT code, parent, kind, name, aliases, ur_code, latitude, longitude, retired FROM region "

domain::Region regionOf(SQLite::Statement& row);

/// Texts that may hold no line breaks, one a line.
std::string joinLines(const std::vector<std::string>& lines);
std::vector<std::string> splitLines(const std::string& text);

}  // namespace store
