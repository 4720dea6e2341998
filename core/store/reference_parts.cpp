#include <fmt/format.h>

#include <algorithm>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"
#include "core/store/reference.h"
#include "core/store/region_row.h"

namespace store {

namespace {
base::Result<void> putRegion(SQLite::Database&, SQLite::Statement& insert, const std::string& line)
{
    const auto region = domain::regionFromJson(line);
    if (!region) return tl::unexpected(region.error());
    std::optional<double> latitude;
    std::optional<double> longitude;
    if (region->position) {
        latitude = region->position->latitude;
        longitude = region->position->longitude;
    }
    sqlite::bind(insert, region->code, region->parent, domain::wordOf(region->kind), region->name,
                 joinLines(region->aliases), region->urCode, latitude, longitude, region->retired);
    return {};
}

base::Result<void> putChecklist(SQLite::Database& db, SQLite::Statement& insert,
                                const std::string& line)
{
    const auto sheet = domain::checklistFromJson(line);
    if (!sheet) return tl::unexpected(sheet.error());
    SQLite::Statement known(db, "SELECT body FROM checklist WHERE kind = ?1 AND version = ?2");
    sqlite::bind(known, sheet->kind, sheet->version);
    const std::string body = domain::canonicalJson(*sheet);
    if (known.executeStep() && known.getColumn(0).getString() != body)
        return base::fail(
            "reference.checklist_changed",
            fmt::format("评分表 {}@{} 与已保存的同版本不同，未更新", sheet->kind, sheet->version));
    sqlite::bind(insert, sheet->kind, sheet->version, crypto::sha256(body), sheet->title, body);
    return {};
}

base::Result<void> putCampaign(SQLite::Database& db, SQLite::Statement& insert,
                               const std::string& line)
{
    const auto campaign = domain::campaignFromJson(line);
    if (!campaign) return tl::unexpected(campaign.error());
    sqlite::bind(insert, campaign->id, campaign->name, campaign->firstDay, campaign->lastDay,
                 domain::wordOf(campaign->state), domain::canonicalJson(*campaign));
    SQLite::Statement village(db, "INSERT OR IGNORE INTO campaign_village VALUES (?1, ?2)");
    for (const domain::RegionCode& code : campaign->participants) {
        sqlite::bind(village, campaign->id, code);
        village.exec();
        village.reset();
    }
    return {};
}

base::Result<void> putAssignment(SQLite::Database&, SQLite::Statement& insert,
                                 const std::string& line)
{
    const auto assignment = domain::assignmentFromJson(line);
    if (!assignment) return tl::unexpected(assignment.error());
    sqlite::bind(insert, assignment->campaign, assignment->inspector,
                 domain::canonicalJson(*assignment));
    return {};
}

base::Result<void> putPerson(SQLite::Database&, SQLite::Statement& insert, const std::string& line)
{
    const auto user = domain::userFromJson(line);
    if (!user) return tl::unexpected(user.error());
    sqlite::bind(insert, user->id, user->name, domain::wordOf(user->role),
                 domain::canonicalJson(*user));
    return {};
}

base::Result<void> putRanking(SQLite::Database&, SQLite::Statement& insert, const std::string& line)
{
    insert.bind(1, line);
    return {};
}

struct Part {
    const char* name;
    const char* clear;
    const char* insert;
    base::Result<void> (*put)(SQLite::Database&, SQLite::Statement& insert,
                              const std::string& line);
};
constexpr Part parts[] = {
    {"regions", "DELETE FROM region",
     "INSERT INTO region VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", putRegion},
    {"checklists", "", "INSERT OR IGNORE INTO checklist VALUES (?1, ?2, ?3, ?4, ?5)", putChecklist},
    {"campaigns", "DELETE FROM campaign_village; DELETE FROM campaign",
     "INSERT INTO campaign VALUES (?1, ?2, ?3, ?4, ?5, ?6)", putCampaign},
    {"assignments", "DELETE FROM assignment", "INSERT INTO assignment VALUES (?1, ?2, ?3)",
     putAssignment},
    {"people", "DELETE FROM person", "INSERT INTO person VALUES (?1, ?2, ?3, ?4)", putPerson},
    {"rankings", "DELETE FROM ranking",
     "INSERT INTO ranking VALUES (json_extract(?1, '$.campaign'), ?1)", putRanking},
};

const Part* partNamed(const std::string& name)
{
    for (const Part& part : parts)
        if (name == part.name) return &part;
    return nullptr;
}
}  // namespace

base::Result<void> Reference::replace(const std::string& name, const std::string& etag,
                                      std::span<const std::string> lines, std::int64_t nowMs)
{
    const Part* part = partNamed(name);
    if (part == nullptr)
        return base::fail("reference.part_unknown", "不认识的基础数据：" + name, name);
    m_db.exec(part->clear);
    SQLite::Statement insert(m_db, part->insert);
    std::size_t number = 0;
    for (const std::string& line : lines) {
        ++number;
        base::Result<void> put = part->put(m_db, insert, line);
        if (!put) {
            put.error().where = fmt::format("{} line {} {}", name, number, put.error().where);
            return put;
        }
        insert.exec();
        insert.reset();
    }
    sqlite::run(m_db, R"sql(
        INSERT INTO reference_part VALUES (?1, ?2, ?3)
        ON CONFLICT (part) DO UPDATE SET etag = excluded.etag, updated_at_ms = excluded.updated_at_ms)sql",
                name, etag, nowMs);
    if (name == "campaigns" || name == "assignments") spellOutAssignments();
    return {};
}

void Reference::spellOutAssignments()
{
    m_db.exec("DELETE FROM assigned_check");
    SQLite::Statement query(m_db, "SELECT body FROM assignment");
    // A region that is itself a participant, or a town (nine digits and 000) of participants: two
    // searches by key.
    SQLite::Statement one(m_db, R"sql(
        INSERT OR IGNORE INTO assigned_check
        SELECT ?1, campaign, village, ?4 FROM campaign_village WHERE campaign = ?2 AND village = ?3)sql");
    SQLite::Statement town(m_db, R"sql(
        INSERT OR IGNORE INTO assigned_check
        SELECT ?1, campaign, village, ?4 FROM campaign_village
        WHERE campaign = ?2 AND village BETWEEN substr(?3, 1, 9) AND substr(?3, 1, 9) || ':')sql");
    while (query.executeStep()) {
        const auto assignment = domain::assignmentFromJson(query.getColumn(0).getString()).value();
        const auto taken = campaign(assignment.campaign);
        if (!taken) continue;
        for (const domain::WeightedChecklist& weighted : taken->checklists) {
            const auto& kinds = assignment.checklistKinds;
            const std::string& kind = weighted.checklist.kind;
            if (!kinds.empty() && std::ranges::find(kinds, kind) == kinds.end()) continue;
            for (const domain::RegionCode& region : assignment.regions) {
                SQLite::Statement& insert = region.value.ends_with("000") ? town : one;
                sqlite::bind(insert, assignment.inspector, assignment.campaign, region, kind);
                insert.exec();
                insert.reset();
            }
        }
    }
}

std::string Reference::etag(const std::string& part) const
{
    SQLite::Statement query(m_db, "SELECT etag FROM reference_part WHERE part = ?1");
    sqlite::bind(query, part);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

}  // namespace store
