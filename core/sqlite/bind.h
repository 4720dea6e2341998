#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>

#include "core/base/id.h"

namespace sqlite {

inline void bindOne(SQLite::Statement& statement, int index, const std::string& value)
{
    statement.bind(index, value);
}
template <class Tag>
void bindOne(SQLite::Statement& statement, int index, const base::Id<Tag>& id)
{
    statement.bind(index, id.value);
}
template <class T>
requires std::is_arithmetic_v<T>
void bindOne(SQLite::Statement& statement, int index, T value)
{
    if constexpr (std::is_floating_point_v<T>)
        statement.bind(index, static_cast<double>(value));
    else
        statement.bind(index, static_cast<std::int64_t>(value));
}
template <class T>
void bindOne(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if (value)
        bindOne(statement, index, *value);
    else
        statement.bind(index);
}

/// Binds the values to ?1, ?2, … in their order: ids, texts, numbers and optionals (empty is NULL).
template <class... Values>
void bind(SQLite::Statement& statement, const Values&... values)
{
    int index = 0;
    (bindOne(statement, ++index, values), ...);
}

/// Runs one statement that gives no rows; returns how many rows it changed.
template <class... Values>
int run(SQLite::Database& db, const char* sql, const Values&... values)
{
    SQLite::Statement statement(db, sql);
    bind(statement, values...);
    return statement.exec();
}

/// Statements that are prepared once and used again; for one connection, which outlives them.
class Statements {
public:
    explicit Statements(SQLite::Database& db) : m_db(db) {}

    /// The statement with the values bound, from its beginning. `sql` is a literal: it is known by
    /// its address.
    template <class... Values>
    SQLite::Statement& at(const char* sql, const Values&... values)
    {
        SQLite::Statement& statement = m_prepared.try_emplace(sql, m_db, sql).first->second;
        (void)statement.tryReset();  // tells once more what went wrong when it last ran
        bind(statement, values...);
        return statement;
    }
    /// As sqlite::run.
    template <class... Values>
    int run(const char* sql, const Values&... values)
    {
        SQLite::Statement& statement = at(sql, values...);
        const int changed = statement.exec();
        statement.reset();
        return changed;
    }

private:
    SQLite::Database& m_db;
    std::map<const char*, SQLite::Statement> m_prepared;
};

inline std::optional<std::int64_t> optionalInt64(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

}  // namespace sqlite
