#include "sync/hub/store/draws.h"

namespace hub {

bool addDraw(Connection& connection, const AnnouncedDraw& draw)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO draw (seed_sha256, campaign, input, announced_ms) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING)");
    insert->bind(1, draw.seedSha256);
    insert->bind(2, draw.campaign.value);
    insert->bind(3, draw.input);
    insert->bind(4, draw.announcedMs);
    return insert->exec() == 1;
}

std::optional<AnnouncedDraw> findDraw(Connection& connection, const std::string& seedSha256)
{
    const Prepared query = connection.prepare(R"(
        SELECT campaign, input, announced_ms, seed <> '' FROM draw WHERE seed_sha256 = ?)");
    query->bind(1, seedSha256);
    if (!query->executeStep()) return std::nullopt;
    return AnnouncedDraw{seedSha256,
                         {query->getColumn(0).getString()},
                         query->getColumn(1).getString(),
                         query->getColumn(2).getInt64(),
                         query->getColumn(3).getInt() != 0};
}

void setDrawn(Connection& connection, const std::string& seedSha256, const std::string& seed,
              const std::map<domain::RegionCode, std::string>& teams)
{
    const Prepared update = connection.prepare("UPDATE draw SET seed = ?2 WHERE seed_sha256 = ?1");
    update->bind(1, seedSha256);
    update->bind(2, seed);
    update->exec();
    for (const auto& [village, team] : teams) {
        const Prepared upsert = connection.prepare(R"(
            INSERT INTO last_team (village, team) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET team = excluded.team)");
        upsert->bind(1, village.value);
        upsert->bind(2, team);
        upsert->exec();
    }
}

std::map<domain::RegionCode, std::string> lastTeams(Connection& connection,
                                                    const std::vector<domain::RegionCode>& villages)
{
    std::map<domain::RegionCode, std::string> teams;
    for (const domain::RegionCode& village : villages) {
        const Prepared query = connection.prepare("SELECT team FROM last_team WHERE village = ?");
        query->bind(1, village.value);
        if (query->executeStep()) teams[village] = query->getColumn(0).getString();
    }
    return teams;
}

}  // namespace hub
