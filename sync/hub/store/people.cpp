#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

void putUser(Connection& connection, const domain::User& user)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO user (id, name, role, active, json) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role,
                                  active = excluded.active, json = excluded.json)");
    upsert->bind(1, user.id.value);
    upsert->bind(2, user.name);
    upsert->bind(3, domain::wordOf(user.role));
    upsert->bind(4, user.active ? 1 : 0);
    upsert->bind(5, domain::canonicalJson(user));
    upsert->exec();
    bumpPart(connection, "people");
}

std::optional<domain::User> findUser(Connection& connection, const std::string& idOrName)
{
    const Prepared query = connection.prepare(
        "SELECT json, id = ?1 FROM user WHERE id = ?1 OR name = ?1 ORDER BY id = ?1 DESC");
    query->bind(1, idOrName);
    if (!query->executeStep()) return std::nullopt;
    const std::string json = query->getColumn(0).getString();
    const bool byId = query->getColumn(1).getInt() != 0;
    if (!byId && query->executeStep()) return std::nullopt;
    return stored(domain::userFromJson(json));
}

std::vector<domain::User> listUsers(Connection& connection)
{
    const Prepared query = connection.prepare("SELECT json FROM user ORDER BY role, name, id");
    std::vector<domain::User> users;
    while (query->executeStep())
        users.push_back(stored(domain::userFromJson(query->getColumn(0).getString())));
    return users;
}

void putAssignment(Connection& connection, const domain::Assignment& assignment)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO assignment (campaign, inspector, json) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET json = excluded.json)");
    upsert->bind(1, assignment.campaign.value);
    upsert->bind(2, assignment.inspector.value);
    upsert->bind(3, domain::canonicalJson(assignment));
    upsert->exec();
    const Prepared clear =
        connection.prepare("DELETE FROM assigned WHERE inspector = ? AND campaign = ?");
    clear->bind(1, assignment.inspector.value);
    clear->bind(2, assignment.campaign.value);
    clear->exec();
    const std::vector<std::string> all{""};
    const auto& kinds = assignment.checklistKinds.empty() ? all : assignment.checklistKinds;
    for (const domain::RegionCode& region : assignment.regions)
        for (const std::string& kind : kinds) {
            const Prepared insert = connection.prepare(R"(
                INSERT INTO assigned (inspector, campaign, region, kind) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING)");
            insert->bind(1, assignment.inspector.value);
            insert->bind(2, assignment.campaign.value);
            insert->bind(3, region.value);
            insert->bind(4, kind);
            insert->exec();
        }
    bumpPart(connection, "assignments");
    bumpPart(connection, "people");
}

std::vector<domain::Assignment> listAssignments(Connection& connection)
{
    const Prepared query =
        connection.prepare("SELECT json FROM assignment ORDER BY campaign, inspector");
    std::vector<domain::Assignment> assignments;
    while (query->executeStep())
        assignments.push_back(stored(domain::assignmentFromJson(query->getColumn(0).getString())));
    return assignments;
}

}  // namespace hub
