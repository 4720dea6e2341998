#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/campaign.h"
#include "core/domain/checklist.h"
#include "core/domain/region.h"
#include "core/domain/user.h"
#include "core/sqlite/database.h"

namespace store {

/// Reference data as the hub wrote it, replaced part by part.
class Reference {
public:
    explicit Reference(SQLite::Database& db) : m_db(db) {}

    /// Parts: "regions", "checklists", "campaigns", "assignments", "people", "rankings".
    /// Empty before the part was ever read.
    std::string etag(const std::string& part) const;

    /// Puts the lines in the place of the part, all or nothing; checklists are only ever added.
    ///
    /// Requires a transaction of the caller. Fails with "reference.part_unknown" or the codec's
    /// error and "line N" in `where`; the caller then rolls back.
    base::Result<void> replace(const std::string& part, const std::string& etag,
                               std::span<const std::string> lines, std::int64_t nowMs);

    std::optional<domain::Region> region(const domain::RegionCode& code) const;
    std::string regionName(const domain::RegionCode& code) const;
    /// Of the newest version of a kind of sheet; the kind itself where none is known.
    std::string sheetTitle(const std::string& kind) const;
    std::vector<domain::Region> children(const domain::RegionCode& parent) const;
    std::size_t regionCount() const;

    std::optional<domain::Checklist> checklist(const std::string& kind, int version) const;
    std::optional<domain::ChecklistRef> checklistRef(const std::string& kind, int version) const;
    std::vector<domain::ChecklistRef> checklists() const;

    /// Published and closed ones, newest first.
    std::vector<domain::Campaign> campaigns() const;
    std::optional<domain::Campaign> campaign(const domain::CampaignId& id) const;

    std::optional<domain::User> person(const domain::UserId& id) const;
    std::string personName(const domain::UserId& id) const;
    std::vector<domain::User> people() const;

    bool isAssigned(const domain::UserId& inspector, const domain::CampaignId& campaign,
                    const domain::RegionCode& village, const std::string& kind) const;

    /// One line of the part "rankings"; core/ranking reads it.
    std::optional<std::string> rankingLine(const domain::CampaignId& campaign) const;

private:
    void spellOutAssignments();

    SQLite::Database& m_db;
};

}  // namespace store
