#include "core/store/ui_state.h"

#include "core/sqlite/bind.h"

namespace store {

std::optional<std::string> UiState::get(const std::string& key) const
{
    SQLite::Statement query(m_db, "SELECT value FROM ui_state WHERE key = ?1");
    sqlite::bind(query, key);
    if (!query.executeStep()) return {};
    return query.getColumn(0).getString();
}

void UiState::put(const std::string& key, const std::string& value)
{
    sqlite::run(m_db,
                "INSERT INTO ui_state VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
                "excluded.value",
                key, value);
}

void UiState::remove(const std::string& key)
{
    sqlite::run(m_db, "DELETE FROM ui_state WHERE key = ?1", key);
}

}  // namespace store
