#include "sync/hub/store/drafts.h"

#include "sync/protocol/words.h"

namespace hub {

namespace {
/// Longer than a request of a tablet that has given it up can still be under way.
constexpr std::int64_t lateMs = 10 * 60 * 1000;
}  // namespace

bool isLateDraft(Connection& connection, const domain::InspectionId& id, const DraftOf& of)
{
    const Prepared query = connection.prepare(R"(
        SELECT 1 FROM draft
        WHERE inspection = ? AND device = ? AND changed_ms > ? AND stored_ms > ?)");
    query->bind(1, id.value);
    query->bind(2, of.device.value);
    query->bind(3, of.changedMs);
    query->bind(4, of.nowMs - lateMs);
    return of.changedMs > 0 && query->executeStep();
}

bool putDraft(Connection& connection, const domain::Inspection& draft, const DraftOf& of,
              const std::string& bytes)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO draft (inspection, inspector, device, stored_ms, bytes, changed_ms)
        SELECT ?1, ?2, ?3, ?4, ?5, ?7
        WHERE NOT EXISTS (SELECT 1 FROM inspection WHERE id = ?1 AND revision >= ?6)
        ON CONFLICT DO UPDATE SET inspector = excluded.inspector, device = excluded.device,
                                  stored_ms = excluded.stored_ms, bytes = excluded.bytes,
                                  changed_ms = excluded.changed_ms
        WHERE inspector = excluded.inspector OR draft.bytes = '')");
    upsert->bind(1, draft.id.value);
    upsert->bind(2, draft.inspector.value);
    upsert->bind(3, of.device.value);
    upsert->bind(4, of.nowMs);
    upsert->bind(5, bytes);
    upsert->bind(6, draft.revision);
    upsert->bind(7, of.changedMs);
    return upsert->exec() == 1;
}

std::optional<std::string> findDraft(Connection& connection, const domain::UserId& inspector,
                                     const domain::InspectionId& id)
{
    const Prepared query = connection.prepare(
        "SELECT bytes FROM draft WHERE inspection = ? AND inspector = ? AND bytes <> ''");
    query->bind(1, id.value);
    query->bind(2, inspector.value);
    return query->executeStep() ? std::optional(query->getColumn(0).getString()) : std::nullopt;
}

std::vector<std::string> listDrafts(Connection& connection, const domain::UserId& inspector,
                                    const domain::InspectionId& after)
{
    const Prepared query = connection.prepare(R"(
        SELECT bytes FROM draft WHERE inspector = ? AND inspection > ? AND bytes <> ''
        ORDER BY inspection)");
    query->bind(1, inspector.value);
    query->bind(2, after.value);
    std::vector<std::string> drafts;
    std::size_t bytes = 0;
    while (drafts.size() < protocol::limits::draftsPage && query->executeStep()) {
        drafts.push_back(query->getColumn(0).getString());
        bytes += drafts.back().size() + 1;
        if (bytes <= protocol::limits::draftsPlainBytes) continue;
        drafts.pop_back();
        break;
    }
    return drafts;
}

bool dropDraft(Connection& connection, const domain::UserId& inspector,
               const domain::InspectionId& id, const DraftOf& of)
{
    const bool there = findDraft(connection, inspector, id).has_value();
    const Prepared forget =
        connection.prepare("DELETE FROM draft WHERE bytes = '' AND stored_ms <= ?");
    forget->bind(1, of.nowMs - lateMs);
    forget->exec();
    // Also of one that never came: it may be under way.
    const Prepared empty = connection.prepare(R"(
        INSERT INTO draft (inspection, inspector, device, stored_ms, bytes, changed_ms)
        VALUES (?1, ?2, ?3, ?4, '', ?5)
        ON CONFLICT DO UPDATE SET device = excluded.device, stored_ms = excluded.stored_ms,
                                  bytes = '', changed_ms = max(changed_ms, excluded.changed_ms)
        WHERE inspector = excluded.inspector)");
    empty->bind(1, id.value);
    empty->bind(2, inspector.value);
    empty->bind(3, of.device.value);
    empty->bind(4, of.nowMs);
    empty->bind(5, of.changedMs);
    empty->exec();
    return there;
}

void draftSubmitted(Connection& connection, const domain::InspectionId& id)
{
    const Prepared remove = connection.prepare("DELETE FROM draft WHERE inspection = ?");
    remove->bind(1, id.value);
    remove->exec();
}

}  // namespace hub
