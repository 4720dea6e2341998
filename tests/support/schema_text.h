#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace support {

/// The whole schema as SQLite keeps it, in the order in which freeze.py writes it.
inline std::string schemaText(SQLite::Database& db)
{
    SQLite::Statement query(
        db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name");
    std::string schema;
    while (query.executeStep()) schema += query.getColumn(0).getString() + ";\n";
    return schema;
}

}  // namespace support
