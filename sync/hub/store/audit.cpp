#include "sync/hub/store/audit.h"

namespace hub {

void audit(Connection& connection, std::int64_t atMs, const std::string& who,
           const std::string& action, const std::string& object, const std::string& detail)
{
    const Prepared insert = connection.prepare(
        "INSERT INTO audit (at_ms, who, action, object, detail) VALUES (?, ?, ?, ?, ?)");
    insert->bind(1, atMs);
    insert->bind(2, who);
    insert->bind(3, action);
    insert->bind(4, object);
    insert->bind(5, detail);
    insert->exec();
}

void readAudit(Connection& connection, std::int64_t afterId,
               const std::function<void(const AuditLine&)>& visit)
{
    const Prepared query = connection.prepare(
        "SELECT id, at_ms, who, action, object, detail FROM audit WHERE id > ? ORDER BY id");
    query->bind(1, afterId);
    while (query->executeStep())
        visit({query->getColumn(0).getInt64(), query->getColumn(1).getInt64(),
               query->getColumn(2).getString(), query->getColumn(3).getString(),
               query->getColumn(4).getString(), query->getColumn(5).getString()});
}

}  // namespace hub
