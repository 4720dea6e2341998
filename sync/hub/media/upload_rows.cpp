#include "sync/hub/media/upload_rows.h"

namespace hub::media {
namespace {

std::vector<std::string> texts(const Prepared& query)
{
    std::vector<std::string> found;
    while (query->executeStep()) found.push_back(query->getColumn(0).getString());
    return found;
}

}  // namespace

void saveUpload(Connection& connection, const UploadRow& row)
{
    const Prepared save = connection.prepare(R"(
        INSERT INTO upload (id, device, sha256, length, metadata, synced, expires_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET length = excluded.length, metadata = excluded.metadata,
            synced = excluded.synced, expires_ms = excluded.expires_ms)");
    save->bind(1, row.id);
    save->bind(2, row.device.value);
    save->bind(3, row.sha256.value);
    save->bind(4, row.length);
    save->bind(5, row.metadata);
    save->bind(6, row.synced);
    save->bind(7, row.expiresMs);
    save->exec();
}

void dropUpload(Connection& connection, const std::string& id)
{
    const Prepared drop = connection.prepare("DELETE FROM upload WHERE id = ?");
    drop->bind(1, id);
    drop->exec();
}

std::optional<UploadRow> findUpload(Connection& connection, const std::string& id)
{
    const Prepared query = connection.prepare(R"(
        SELECT id, device, sha256, length, metadata, synced, expires_ms FROM upload WHERE id = ?)");
    query->bind(1, id);
    if (!query->executeStep()) return std::nullopt;
    return UploadRow{query->getColumn(0).getString(),   {query->getColumn(1).getString()},
                     {query->getColumn(2).getString()}, query->getColumn(3).getInt64(),
                     query->getColumn(4).getString(),   query->getColumn(5).getInt64(),
                     query->getColumn(6).getInt64()};
}

int countUploads(Connection& connection, const domain::DeviceId& device)
{
    const Prepared query = connection.prepare("SELECT count(*) FROM upload WHERE device = ?");
    query->bind(1, device.value);
    query->executeStep();
    return query->getColumn(0).getInt();
}

std::vector<std::string> uploadIds(Connection& connection)
{
    return texts(connection.prepare("SELECT id FROM upload"));
}

std::vector<std::string> expiredUploads(Connection& connection, std::int64_t nowMs)
{
    const Prepared query = connection.prepare("SELECT id FROM upload WHERE expires_ms <= ?");
    query->bind(1, nowMs);
    return texts(query);
}

std::string uploadSecret(Connection& connection)
{
    const Prepared query = connection.prepare("SELECT secret FROM upload_secret");
    query->executeStep();
    return query->getColumn(0).getString();
}

}  // namespace hub::media
