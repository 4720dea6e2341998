#include "sync/hub/store/blobs.h"

#include <vector>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/store/hub_records.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/scope.h"

namespace hub {

namespace {
/// Those whom a file concerns, each once.
std::vector<Concerns> concernedBy(const Prepared& query, const domain::Sha256& sha256)
{
    query->bind(1, sha256.value);
    std::vector<Concerns> all;
    while (query->executeStep())
        all.push_back({query->getColumn(0).getString(), query->getColumn(1).getString(),
                       query->getColumn(2).getString()});
    return all;
}
}  // namespace

void blobStored(Connection& connection, const domain::Sha256& sha256, std::int64_t bytes,
                std::int64_t nowMs, base::UuidSource& ids)
{
    const Prepared insert = connection.prepare(
        "INSERT INTO blob (sha256, bytes, stored_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    insert->bind(1, sha256.value);
    insert->bind(2, bytes);
    insert->bind(3, nowMs);
    insert->exec();

    const auto waiting = concernedBy(connection.prepare(R"(
        SELECT DISTINCT village, town, owner FROM photo WHERE sha256 = ? AND arrived_seq = 0)"),
                                     sha256);
    for (const Concerns& concerns : waiting)
        appendPhotoReceived(connection, {sha256, bytes}, concerns, nowMs, ids);
}

void announceStoredPhotos(Connection& connection, const domain::InspectionId& inspection,
                          const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids)
{
    std::vector<domain::PhotoReceived> stored;
    {
        const Prepared query = connection.prepare(R"(
            SELECT photo.sha256, blob.bytes FROM photo JOIN blob ON blob.sha256 = photo.sha256
            WHERE inspection = ? AND arrived_seq = 0 ORDER BY photo.sha256)");
        query->bind(1, inspection.value);
        while (query->executeStep())
            stored.push_back({{query->getColumn(0).getString()}, query->getColumn(1).getInt64()});
    }
    for (const domain::PhotoReceived& received : stored)
        appendPhotoReceived(connection, received, concerns, nowMs, ids);
}

OwnRecord appendOwn(Connection& connection, domain::RecordKind kind, std::string body,
                    const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids)
{
    Entry entry;
    entry.record.id.value = ids.next();
    entry.record.kind = domain::toText(kind);
    entry.record.author.value = hubAuthor;
    entry.record.device.value = hubAuthor;
    entry.record.incarnation = hubIncarnation(connection);
    entry.record.deviceSeq =
        lastDeviceSeq(connection, entry.record.device, entry.record.incarnation) + 1;
    entry.record.createdAtMs = nowMs;
    entry.record.body = std::move(body);
    entry.bytes = domain::canonical(entry.record);
    entry.sha256 = crypto::sha256(entry.bytes);
    entry.concerns = concerns;
    entry.receivedMs = nowMs;
    const std::int64_t seq = append(connection, entry);
    setLastDeviceSeq(connection, entry.record.device, entry.record.incarnation,
                     entry.record.deviceSeq);
    return {seq, std::move(entry.record)};
}

void appendPhotoReceived(Connection& connection, const domain::PhotoReceived& received,
                         const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids)
{
    const OwnRecord own = appendOwn(connection, domain::RecordKind::photoReceived,
                                    domain::canonicalJson(received), concerns, nowMs, ids);
    foldPhotoReceived(connection, own.seq, concerns, received.sha256);
}

void appendPhotoRejected(Connection& connection, const domain::PhotoReceived& lost,
                         const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids)
{
    appendOwn(connection, domain::RecordKind::photoRejected, domain::canonicalJson(lost), concerns,
              nowMs, ids);
    foldPhotoRejected(connection, concerns, lost.sha256);
}

void blobLost(Connection& connection, const domain::Sha256& sha256, std::int64_t nowMs,
              base::UuidSource& ids)
{
    const std::int64_t bytes = blobBytes(connection, sha256).value_or(0);
    const Prepared remove = connection.prepare("DELETE FROM blob WHERE sha256 = ?");
    remove->bind(1, sha256.value);
    remove->exec();
    const auto concerned = concernedBy(connection.prepare(R"(
        SELECT village, town, owner FROM photo WHERE sha256 = ?1
        UNION SELECT village, town, owner FROM photo WHERE thumb = ?1
        UNION SELECT village, town, owner FROM photo WHERE original = ?1)"),
                                       sha256);
    for (const Concerns& concerns : concerned)
        appendPhotoRejected(connection, {sha256, bytes}, concerns, nowMs, ids);
}

std::string hubIncarnation(Connection& connection)
{
    const Prepared query = connection.prepare("SELECT epoch FROM hub");
    query->executeStep();
    return query->getColumn(0).getString();
}

std::optional<std::int64_t> blobBytes(Connection& connection, const domain::Sha256& sha256)
{
    const Prepared query = connection.prepare("SELECT bytes FROM blob WHERE sha256 = ?");
    query->bind(1, sha256.value);
    return query->executeStep() ? std::optional(query->getColumn(0).getInt64()) : std::nullopt;
}

bool isNamed(Connection& connection, const domain::Sha256& sha256)
{
    const Prepared query = connection.prepare(R"(
        SELECT 1 FROM photo WHERE sha256 = ?1
        UNION ALL SELECT 1 FROM photo WHERE thumb = ?1
        UNION ALL SELECT 1 FROM photo WHERE original = ?1 LIMIT 1)");
    query->bind(1, sha256.value);
    return query->executeStep();
}

bool mayRead(Connection& connection, const Caller& caller, const domain::Sha256& sha256)
{
    const Scope scope = scopeOf(connection, caller);
    if (scope.rectificationOnly) return isInRectificationOf(connection, scope.villages, sha256);
    const Prepared query = connection.prepare(R"(
        SELECT village, town, owner FROM photo WHERE sha256 = ?1
        UNION SELECT village, town, owner FROM photo WHERE thumb = ?1)");
    query->bind(1, sha256.value);
    while (query->executeStep())
        if (scope.sees({query->getColumn(0).getString(), query->getColumn(1).getString(),
                        query->getColumn(2).getString()}))
            return true;
    return false;
}

}  // namespace hub
