#include "sync/hub/store/publications.h"

#include "sync/hub/store/reference.h"

namespace hub {

void addPublication(Connection& connection, const Publication& publication,
                    const std::string& package)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO publication (campaign, number, sha256, replaces, reason, made_ms, changed,
                                 package)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?))");
    insert->bind(1, publication.campaign.value);
    insert->bind(2, publication.number);
    insert->bind(3, publication.sha256);
    insert->bind(4, publication.replaces);
    insert->bind(5, publication.reason);
    insert->bind(6, publication.madeMs);
    insert->bind(7, publication.changed);
    insert->bind(8, package);
    insert->exec();
    bumpPart(connection, "rankings");
}

std::vector<Publication> publicationsOf(Connection& connection, const domain::CampaignId& campaign)
{
    const Prepared query = connection.prepare(R"(
        SELECT number, sha256, replaces, reason, made_ms, changed FROM publication
        WHERE campaign = ? ORDER BY number)");
    query->bind(1, campaign.value);
    std::vector<Publication> publications;
    while (query->executeStep())
        publications.push_back({campaign, query->getColumn(0).getInt(),
                                query->getColumn(1).getString(), query->getColumn(2).getString(),
                                query->getColumn(3).getString(), query->getColumn(4).getInt64(),
                                query->getColumn(5).getInt()});
    return publications;
}

std::optional<Publication> lastPublication(Connection& connection,
                                           const domain::CampaignId& campaign)
{
    std::vector<Publication> all = publicationsOf(connection, campaign);
    return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

std::optional<std::string> packageText(Connection& connection, const std::string& sha256)
{
    const Prepared query = connection.prepare("SELECT package FROM publication WHERE sha256 = ?");
    query->bind(1, sha256);
    if (!query->executeStep()) return std::nullopt;
    return query->getColumn(0).getString();
}

}  // namespace hub
