#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/checklist.h"
#include "core/domain/region.h"
#include "core/domain/user.h"
#include "sync/hub/store/connection.h"

// Reference data, written by commands on the hub and read by everybody. Every function that writes
// raises the version of its part when it changed something; each needs a transaction of the caller.
namespace hub {

/// True when the region is new or differs from what was there.
bool putRegion(Connection& connection, const domain::Region& region);
std::optional<domain::Region> findRegion(Connection& connection, const domain::RegionCode& code);
/// All of a kind, by code.
std::vector<domain::Region> listRegions(Connection& connection, domain::RegionKind kind);

/// Adds a published version. Fails with "checklist.version_taken" when the version is there with
/// other content; the same content again changes nothing.
base::Result<domain::ChecklistRef> addChecklist(Connection& connection,
                                                const domain::Checklist& checklist);
std::optional<domain::Checklist> findChecklist(Connection& connection, const std::string& kind,
                                               int version);
std::vector<domain::ChecklistRef> listChecklists(Connection& connection);

/// Puts a campaign with its participants and sheets in place of the one with its id. Fails with
/// "campaign.name_taken", or "campaign.frozen" when a published one would change in anything but
/// its state.
base::Result<void> putCampaign(Connection& connection, const domain::Campaign& campaign);
/// By id or by name.
std::optional<domain::Campaign> findCampaign(Connection& connection, const std::string& idOrName);
std::vector<domain::Campaign> listCampaigns(Connection& connection);

/// Puts what an inspector does in a campaign in place of what was said before.
void putAssignment(Connection& connection, const domain::Assignment& assignment);
std::vector<domain::Assignment> listAssignments(Connection& connection);

void putUser(Connection& connection, const domain::User& user);
/// By id, or by name when exactly one user has it.
std::optional<domain::User> findUser(Connection& connection, const std::string& idOrName);
std::vector<domain::User> listUsers(Connection& connection);

/// Raises the version of a part, so that tablets fetch it again.
void bumpPart(Connection& connection, const std::string& part);
std::int64_t partVersion(Connection& connection, const std::string& part);

/// What a campaign says of an inspection that is pushed, without reading the whole campaign.
struct SheetOfCampaign {
    bool published = false;   ///< false: a draft, or closed
    bool sheetThere = false;  ///< this kind, version and hash
    bool participates = false;
};
SheetOfCampaign sheetOf(Connection& connection, const domain::CampaignId& campaign,
                        const domain::ChecklistRef& checklist, const domain::RegionCode& village);
bool isAssigned(Connection& connection, const domain::UserId& inspector,
                const domain::CampaignId& campaign, const domain::RegionCode& village,
                const std::string& checklistKind);

}  // namespace hub
