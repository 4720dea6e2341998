#pragma once

#include <optional>
#include <string>

#include "core/sqlite/database.h"

namespace store {

/// What the screens remember (open page, item, filter, theme), so that a killed app opens where it
/// was.
class UiState {
public:
    explicit UiState(SQLite::Database& db) : m_db(db) {}

    std::optional<std::string> get(const std::string& key) const;
    /// Commits by itself when the caller has no transaction.
    void put(const std::string& key, const std::string& value);
    void remove(const std::string& key);

private:
    SQLite::Database& m_db;
};

}  // namespace store
