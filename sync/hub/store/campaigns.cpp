#include <algorithm>

#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/domain/word_text.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
/// Whether a published campaign may become the other: its state may go on, and decisions of ties
/// may be added, which nobody can take before there is a tie.
bool mayBecome(domain::Campaign before, const domain::Campaign& after)
{
    const auto& decided = before.rules.byHand;
    if (after.rules.byHand.size() < decided.size() ||
        !std::equal(decided.begin(), decided.end(), after.rules.byHand.begin()))
        return false;
    before.rules.byHand = after.rules.byHand;
    before.state = after.state;
    return before == after;
}

base::Result<void> mayReplace(Connection& connection, const domain::Campaign& campaign)
{
    if (const auto other = findCampaign(connection, campaign.name);
        other && other->id != campaign.id)
        return base::fail("campaign.name_taken", "已有同名的批次：" + campaign.name, campaign.name);
    const auto before = findCampaign(connection, campaign.id.value);
    if (before && before->state != domain::CampaignState::draft &&
        (!mayBecome(*before, campaign) || campaign.state == domain::CampaignState::draft))
        return base::fail("campaign.frozen", "批次已发布，内容不能再改", campaign.name);
    return {};
}

void putRow(Connection& connection, const domain::Campaign& campaign)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO campaign (id, name, state, json) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state,
                                       json = excluded.json)");
    upsert->bind(1, campaign.id.value);
    upsert->bind(2, campaign.name);
    upsert->bind(3, domain::wordOf(campaign.state));
    upsert->bind(4, domain::canonicalJson(campaign));
    upsert->exec();
}

void putParts(Connection& connection, const domain::Campaign& campaign)
{
    for (const char* sql : {"DELETE FROM participant WHERE campaign = ?",
                            "DELETE FROM campaign_sheet WHERE campaign = ?"}) {
        const Prepared clear = connection.prepare(sql);
        clear->bind(1, campaign.id.value);
        clear->exec();
    }
    for (const domain::RegionCode& village : campaign.participants) {
        const Prepared insert =
            connection.prepare("INSERT INTO participant (campaign, village) VALUES (?, ?)");
        insert->bind(1, campaign.id.value);
        insert->bind(2, village.value);
        insert->exec();
    }
    for (const domain::WeightedChecklist& sheet : campaign.checklists) {
        const Prepared insert = connection.prepare(
            "INSERT INTO campaign_sheet (campaign, kind, version, sha256) VALUES (?, ?, ?, ?)");
        insert->bind(1, campaign.id.value);
        insert->bind(2, sheet.checklist.kind);
        insert->bind(3, sheet.checklist.version);
        insert->bind(4, sheet.checklist.sha256.value);
        insert->exec();
    }
}
}  // namespace

base::Result<void> putCampaign(Connection& connection, const domain::Campaign& campaign)
{
    if (auto allowed = mayReplace(connection, campaign); !allowed) return allowed;
    putRow(connection, campaign);
    putParts(connection, campaign);
    bumpPart(connection, "campaigns");
    bumpPart(connection, "rankings");
    return {};
}

std::optional<domain::Campaign> findCampaign(Connection& connection, const std::string& idOrName)
{
    const Prepared query =
        connection.prepare("SELECT json FROM campaign WHERE id = ?1 OR name = ?1");
    query->bind(1, idOrName);
    if (!query->executeStep()) return std::nullopt;
    return stored(domain::campaignFromJson(query->getColumn(0).getString()));
}

std::vector<domain::Campaign> listCampaigns(Connection& connection)
{
    const Prepared query = connection.prepare("SELECT json FROM campaign ORDER BY id");
    std::vector<domain::Campaign> campaigns;
    while (query->executeStep())
        campaigns.push_back(stored(domain::campaignFromJson(query->getColumn(0).getString())));
    return campaigns;
}

SheetOfCampaign sheetOf(Connection& connection, const domain::CampaignId& campaign,
                        const domain::ChecklistRef& checklist, const domain::RegionCode& village)
{
    const Prepared query = connection.prepare(R"(
        SELECT state = 'published',
               EXISTS (SELECT 1 FROM campaign_sheet
                       WHERE campaign = ?1 AND kind = ?2 AND version = ?3 AND sha256 = ?4),
               EXISTS (SELECT 1 FROM participant WHERE campaign = ?1 AND village = ?5)
        FROM campaign WHERE id = ?1)");
    query->bind(1, campaign.value);
    query->bind(2, checklist.kind);
    query->bind(3, checklist.version);
    query->bind(4, checklist.sha256.value);
    query->bind(5, village.value);
    if (!query->executeStep()) return {};
    return {query->getColumn(0).getInt() != 0, query->getColumn(1).getInt() != 0,
            query->getColumn(2).getInt() != 0};
}

bool isAssigned(Connection& connection, const domain::UserId& inspector,
                const domain::CampaignId& campaign, const domain::RegionCode& village,
                const std::string& checklistKind)
{
    const Prepared query = connection.prepare(R"(
        SELECT 1 FROM assigned WHERE inspector = ?1 AND campaign = ?2 AND region IN (?3, ?4)
                                 AND kind IN ('', ?5))");
    query->bind(1, inspector.value);
    query->bind(2, campaign.value);
    query->bind(3, village.value);
    query->bind(4, domain::townOf(village).value);
    query->bind(5, checklistKind);
    return query->executeStep();
}

}  // namespace hub
