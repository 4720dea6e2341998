#include "sync/hub/store/passwords.h"

namespace hub {

void putPassword(Connection& connection, const domain::UserId& user, const std::string& hash,
                 std::int64_t nowMs)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO password (user, hash, set_ms) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET hash = excluded.hash, set_ms = excluded.set_ms)");
    upsert->bind(1, user.value);
    upsert->bind(2, hash);
    upsert->bind(3, nowMs);
    upsert->exec();
}

bool dropPassword(Connection& connection, const domain::UserId& user)
{
    const Prepared drop = connection.prepare("DELETE FROM password WHERE user = ?");
    drop->bind(1, user.value);
    return drop->exec() == 1;
}

std::optional<std::string> passwordHashOf(Connection& connection, const domain::UserId& user)
{
    const Prepared query = connection.prepare("SELECT hash FROM password WHERE user = ?");
    query->bind(1, user.value);
    if (!query->executeStep()) return std::nullopt;
    return query->getColumn(0).getString();
}

}  // namespace hub
