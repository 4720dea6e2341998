#include "sync/hub/readers.h"

#include <sqlite3.h>

#include <utility>

namespace hub {

namespace {
constexpr std::size_t idleKept = 64;
constexpr std::size_t idleWithCache = 8;
constexpr const char* begin = "BEGIN";
constexpr const char* rollback = "ROLLBACK";
}  // namespace

Readers::Lease::Lease(Readers& readers, std::unique_ptr<Connection> connection)
    : m_readers(readers), m_connection(std::move(connection))
{
    m_connection->prepare(rollback);
    m_connection->prepare(begin)->exec();
}

Readers::Lease::~Lease()
{
    if (m_connection == nullptr) return;
    if (m_connection->prepare(rollback)->tryExecuteStep() != SQLITE_DONE) return;
    const std::lock_guard lock(m_readers.m_mutex);
    // Opening one and preparing its statements costs more than most requests; its pages do not.
    if (m_readers.m_idle.size() >= idleWithCache)
        sqlite3_db_release_memory(m_connection->db().getHandle());
    if (m_readers.m_idle.size() < idleKept) m_readers.m_idle.push_back(std::move(m_connection));
}

Readers::Lease Readers::take()
{
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            connection = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (connection == nullptr)
        connection = std::make_unique<Connection>(m_file, sqlite::Mode::readOnly);
    return {*this, std::move(connection)};
}

}  // namespace hub
