#include <stdexcept>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

void bumpPart(Connection& connection, const std::string& part)
{
    const Prepared update =
        connection.prepare("UPDATE reference_version SET version = version + 1 WHERE part = ?");
    update->bind(1, part);
    update->exec();
}

std::int64_t partVersion(Connection& connection, const std::string& part)
{
    const Prepared query =
        connection.prepare("SELECT version FROM reference_version WHERE part = ?");
    query->bind(1, part);
    return query->executeStep() ? query->getColumn(0).getInt64() : 0;
}

bool putRegion(Connection& connection, const domain::Region& region)
{
    const std::string json = domain::canonicalJson(region);
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO region (code, parent, kind, name, retired, json) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET parent = excluded.parent, kind = excluded.kind,
            name = excluded.name, retired = excluded.retired, json = excluded.json
        WHERE json <> excluded.json)");
    upsert->bind(1, region.code.value);
    upsert->bind(2, region.parent.value);
    upsert->bind(3, domain::wordOf(region.kind));
    upsert->bind(4, region.name);
    upsert->bind(5, region.retired ? 1 : 0);
    upsert->bind(6, json);
    const bool changed = upsert->exec() == 1;
    if (changed) bumpPart(connection, "regions");
    return changed;
}

std::optional<domain::Region> findRegion(Connection& connection, const domain::RegionCode& code)
{
    const Prepared query = connection.prepare("SELECT json FROM region WHERE code = ?");
    query->bind(1, code.value);
    if (!query->executeStep()) return std::nullopt;
    return stored(domain::regionFromJson(query->getColumn(0).getString()));
}

std::vector<domain::Region> listRegions(Connection& connection, domain::RegionKind kind)
{
    const Prepared query =
        connection.prepare("SELECT json FROM region WHERE kind = ? ORDER BY code");
    query->bind(1, domain::wordOf(kind));
    std::vector<domain::Region> regions;
    while (query->executeStep())
        regions.push_back(stored(domain::regionFromJson(query->getColumn(0).getString())));
    return regions;
}

base::Result<domain::ChecklistRef> addChecklist(Connection& connection,
                                                const domain::Checklist& checklist)
{
    const std::string json = domain::canonicalJson(checklist);
    domain::ChecklistRef ref{checklist.kind, checklist.version, {crypto::sha256(json)}};
    {
        const Prepared query =
            connection.prepare("SELECT sha256 FROM checklist WHERE kind = ? AND version = ?");
        query->bind(1, ref.kind);
        query->bind(2, ref.version);
        if (query->executeStep()) {
            if (query->getColumn(0).getString() == ref.sha256.value) return ref;
            return base::fail(
                "checklist.version_taken",
                "这个检查表的这个版本已经发布过且内容不同；已发布的版本不能改，请换一个版本号",
                ref.kind + "@" + std::to_string(ref.version));
        }
    }
    const Prepared insert = connection.prepare(
        "INSERT INTO checklist (kind, version, sha256, json) VALUES (?, ?, ?, ?)");
    insert->bind(1, ref.kind);
    insert->bind(2, ref.version);
    insert->bind(3, ref.sha256.value);
    insert->bind(4, json);
    insert->exec();
    bumpPart(connection, "checklists");
    return ref;
}

std::optional<domain::Checklist> findChecklist(Connection& connection, const std::string& kind,
                                               int version)
{
    const Prepared query =
        connection.prepare("SELECT json FROM checklist WHERE kind = ? AND version = ?");
    query->bind(1, kind);
    query->bind(2, version);
    if (!query->executeStep()) return std::nullopt;
    return stored(domain::checklistFromJson(query->getColumn(0).getString()));
}

std::vector<domain::ChecklistRef> listChecklists(Connection& connection)
{
    const Prepared query =
        connection.prepare("SELECT kind, version, sha256 FROM checklist ORDER BY kind, version");
    std::vector<domain::ChecklistRef> refs;
    while (query->executeStep())
        refs.push_back({query->getColumn(0).getString(),
                        query->getColumn(1).getInt(),
                        {query->getColumn(2).getString()}});
    return refs;
}

}  // namespace hub
