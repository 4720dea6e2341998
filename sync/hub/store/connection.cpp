#include "sync/hub/store/connection.h"

namespace hub {

Connection::Connection(const std::filesystem::path& file, sqlite::Mode mode)
    : m_db(sqlite::open(file.string(), mode))
{
}

Prepared Connection::prepare(const char* sql)
{
    std::unique_ptr<SQLite::Statement>& kept = m_statements[sql];
    if (kept == nullptr) kept = std::make_unique<SQLite::Statement>(m_db, sql);
    return Prepared(*kept);
}

}  // namespace hub
