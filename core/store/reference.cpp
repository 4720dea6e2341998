#include "core/store/reference.h"

#include "core/domain/codec.h"
#include "core/sqlite/bind.h"
#include "core/store/region_row.h"

namespace store {

std::optional<domain::Region> Reference::region(const domain::RegionCode& code) const
{
    SQLite::Statement query(m_db, regionSelect "WHERE code = ?1");
    sqlite::bind(query, code);
    if (!query.executeStep()) return {};
    return regionOf(query);
}

std::string Reference::regionName(const domain::RegionCode& code) const
{
    SQLite::Statement query(m_db, "SELECT name FROM region WHERE code = ?1");
    sqlite::bind(query, code);
    return query.executeStep() ? query.getColumn(0).getString() : code.value;
}

std::vector<domain::Region> Reference::children(const domain::RegionCode& parent) const
{
    SQLite::Statement query(m_db, regionSelect "WHERE parent = ?1 ORDER BY code");
    sqlite::bind(query, parent);
    std::vector<domain::Region> regions;
    while (query.executeStep()) regions.push_back(regionOf(query));
    return regions;
}

std::size_t Reference::regionCount() const
{
    return static_cast<std::size_t>(m_db.execAndGet("SELECT count(*) FROM region").getInt64());
}

std::optional<domain::Checklist> Reference::checklist(const std::string& kind, int version) const
{
    SQLite::Statement query(m_db, "SELECT body FROM checklist WHERE kind = ?1 AND version = ?2");
    sqlite::bind(query, kind, version);
    if (!query.executeStep()) return {};
    return domain::checklistFromJson(query.getColumn(0).getString()).value();
}

std::optional<domain::ChecklistRef> Reference::checklistRef(const std::string& kind,
                                                            int version) const
{
    SQLite::Statement query(m_db, "SELECT sha256 FROM checklist WHERE kind = ?1 AND version = ?2");
    sqlite::bind(query, kind, version);
    if (!query.executeStep()) return {};
    return domain::ChecklistRef{kind, version, {query.getColumn(0).getString()}};
}

std::vector<domain::ChecklistRef> Reference::checklists() const
{
    SQLite::Statement query(m_db,
                            "SELECT kind, version, sha256 FROM checklist ORDER BY kind, version");
    std::vector<domain::ChecklistRef> refs;
    while (query.executeStep())
        refs.push_back({query.getColumn(0).getString(),
                        query.getColumn(1).getInt(),
                        {query.getColumn(2).getString()}});
    return refs;
}

std::string Reference::sheetTitle(const std::string& kind) const
{
    SQLite::Statement query(
        m_db, "SELECT title FROM checklist WHERE kind = ?1 ORDER BY version DESC LIMIT 1");
    sqlite::bind(query, kind);
    return query.executeStep() ? query.getColumn(0).getString() : kind;
}

std::vector<domain::Campaign> Reference::campaigns() const
{
    SQLite::Statement query(
        m_db, "SELECT body FROM campaign WHERE state <> 'draft' ORDER BY first_day DESC, id DESC");
    std::vector<domain::Campaign> campaigns;
    while (query.executeStep())
        campaigns.push_back(domain::campaignFromJson(query.getColumn(0).getString()).value());
    return campaigns;
}

std::optional<domain::Campaign> Reference::campaign(const domain::CampaignId& id) const
{
    SQLite::Statement query(m_db, "SELECT body FROM campaign WHERE id = ?1");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return domain::campaignFromJson(query.getColumn(0).getString()).value();
}

std::optional<domain::User> Reference::person(const domain::UserId& id) const
{
    SQLite::Statement query(m_db, "SELECT body FROM person WHERE id = ?1");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return domain::userFromJson(query.getColumn(0).getString()).value();
}

std::string Reference::personName(const domain::UserId& id) const
{
    SQLite::Statement query(m_db, "SELECT name FROM person WHERE id = ?1");
    sqlite::bind(query, id);
    return query.executeStep() ? query.getColumn(0).getString() : id.value;
}

std::vector<domain::User> Reference::people() const
{
    SQLite::Statement query(m_db, "SELECT body FROM person ORDER BY name, id");
    std::vector<domain::User> people;
    while (query.executeStep())
        people.push_back(domain::userFromJson(query.getColumn(0).getString()).value());
    return people;
}

bool Reference::isAssigned(const domain::UserId& inspector, const domain::CampaignId& campaign,
                           const domain::RegionCode& village, const std::string& kind) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT 1 FROM assigned_check
        WHERE inspector = ?1 AND campaign = ?2 AND village = ?3 AND kind = ?4)sql");
    sqlite::bind(query, inspector, campaign, village, kind);
    return query.executeStep();
}

std::optional<std::string> Reference::rankingLine(const domain::CampaignId& campaign) const
{
    SQLite::Statement query(m_db, "SELECT body FROM ranking WHERE campaign = ?1");
    sqlite::bind(query, campaign);
    if (!query.executeStep()) return {};
    return query.getColumn(0).getString();
}

}  // namespace store
