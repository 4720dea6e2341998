#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/base/position.h"
#include "core/domain/ids.h"
#include "core/domain/review.h"
#include "core/sqlite/database.h"

namespace store {

/// Where one sheet of one village stands for its inspector.
enum class CheckState { notStarted, draft, submitted, sentBack, approved, voided };

struct TodayCheck {
    std::string kind;
    CheckState state = CheckState::notStarted;
    domain::InspectionId inspection;    ///< the draft, else the newest; empty for notStarted
    std::optional<base::Points> score;  ///< of what was submitted
    int items = 0;                      ///< draft: of these
    int answered = 0;                   ///< draft: so many have an answer
    bool refused = false;               ///< the hub did not take it: needs attention
    bool onHub = false;
};

struct TodayVillage {
    domain::RegionCode village;
    std::string name;
    domain::RegionCode town;
    std::string townName;
    std::optional<base::GeoPoint> position;
    std::vector<TodayCheck> checks;  ///< in the order of the campaign's sheets
};

struct TodayCounts {
    int checks = 0;
    int drafts = 0;
    int done = 0;  ///< submitted or approved, and not refused by the hub
    int sentBack = 0;
};

/// Nothing is left for its inspector to do. What the hub refused waits for a person.
bool isDone(const TodayCheck& check);

TodayCounts countsOf(const std::vector<TodayVillage>& villages);

/// The villages that are assigned to the inspector in the campaign, in the order of their codes,
/// with the state of each sheet. Where a village has several facilities the least advanced one
/// counts. A 回头看 counts while there is something to do about it: a draft, or one sent back.
std::vector<TodayVillage> today(SQLite::Database& db, const domain::UserId& inspector,
                                const domain::CampaignId& campaign);

}  // namespace store
