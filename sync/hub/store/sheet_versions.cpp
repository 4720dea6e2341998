#include "sync/hub/store/sheet_versions.h"

#include <fmt/format.h>

#include "core/domain/codec.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
std::string nameOf(const std::string& kind, int version)
{
    return fmt::format("{}@{}", kind, version);
}

bool isPublished(Connection& connection, const std::string& kind, int version)
{
    const Prepared query =
        connection.prepare("SELECT 1 FROM checklist WHERE kind = ? AND version = ?");
    query->bind(1, kind);
    query->bind(2, version);
    return query->executeStep();
}
}  // namespace

base::Result<void> putDraft(Connection& connection, const domain::Checklist& checklist)
{
    if (isPublished(connection, checklist.kind, checklist.version))
        return base::fail("checklist.version_taken", "这个版本已经发布，不能再改，请换一个版本号",
                          nameOf(checklist.kind, checklist.version));
    const Prepared put = connection.prepare(
        "INSERT OR REPLACE INTO checklist_draft (kind, version, json) VALUES (?, ?, ?)");
    put->bind(1, checklist.kind);
    put->bind(2, checklist.version);
    put->bind(3, domain::canonicalJson(checklist));
    put->exec();
    return {};
}

std::optional<domain::Checklist> findDraft(Connection& connection, const std::string& kind,
                                           int version)
{
    const Prepared query =
        connection.prepare("SELECT json FROM checklist_draft WHERE kind = ? AND version = ?");
    query->bind(1, kind);
    query->bind(2, version);
    if (!query->executeStep()) return std::nullopt;
    return stored(domain::checklistFromJson(query->getColumn(0).getString()));
}

std::vector<domain::Checklist> listDrafts(Connection& connection)
{
    const Prepared query =
        connection.prepare("SELECT json FROM checklist_draft ORDER BY kind, version");
    std::vector<domain::Checklist> drafts;
    while (query->executeStep())
        drafts.push_back(stored(domain::checklistFromJson(query->getColumn(0).getString())));
    return drafts;
}

base::Result<domain::ChecklistRef> publishDraft(Connection& connection, const std::string& kind,
                                                int version)
{
    auto draft = findDraft(connection, kind, version);
    if (!draft) return base::fail("checklist.unknown", "没有这个草稿", nameOf(kind, version));
    draft->state = domain::ChecklistState::published;
    auto published = addChecklist(connection, *draft);
    if (!published) return published;
    const Prepared clear =
        connection.prepare("DELETE FROM checklist_draft WHERE kind = ? AND version = ?");
    clear->bind(1, kind);
    clear->bind(2, version);
    clear->exec();
    return published;
}

base::Result<void> retireChecklist(Connection& connection, const std::string& kind, int version,
                                   std::int64_t nowMs)
{
    if (!isPublished(connection, kind, version))
        return base::fail("checklist.unknown", "没有发布过这个检查表", nameOf(kind, version));
    if (isRetired(connection, kind, version))
        return base::fail("checklist.state", "这个检查表已经停用", nameOf(kind, version));
    const Prepared put = connection.prepare(
        "INSERT INTO checklist_retired (kind, version, retired_ms) VALUES (?, ?, ?)");
    put->bind(1, kind);
    put->bind(2, version);
    put->bind(3, nowMs);
    put->exec();
    return {};
}

bool isRetired(Connection& connection, const std::string& kind, int version)
{
    const Prepared query =
        connection.prepare("SELECT 1 FROM checklist_retired WHERE kind = ? AND version = ?");
    query->bind(1, kind);
    query->bind(2, version);
    return query->executeStep();
}

}  // namespace hub
