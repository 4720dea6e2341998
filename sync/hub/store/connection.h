#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <unordered_map>
#include <utility>

#include "core/sqlite/database.h"

namespace hub {

/// A prepared statement lent out ready to be bound; reset when it goes out of scope, so that no
/// read stays open.
class Prepared {
public:
    explicit Prepared(SQLite::Statement& statement) : m_statement(&statement) {}
    Prepared(Prepared&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Prepared& operator=(Prepared&&) = delete;
    ~Prepared()
    {
        if (m_statement != nullptr) {
            m_statement->tryReset();
            m_statement->clearBindings();
        }
    }
    SQLite::Statement* operator->() const { return m_statement; }
    SQLite::Statement& operator*() const { return *m_statement; }

private:
    SQLite::Statement* m_statement;
};

/// One open hub database and the statements it has prepared. Belongs to one thread at a time.
class Connection {
public:
    Connection(const std::filesystem::path& file, sqlite::Mode mode);

    SQLite::Database& db() { return m_db; }
    /// `sql` must be a literal: statements are kept by its address. One statement is lent once at a
    /// time, so two nested uses need two literals.
    Prepared prepare(const char* sql);

private:
    SQLite::Database m_db;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_statements;
};

}  // namespace hub
