#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/drafts.h"
#include "core/store/records.h"

namespace store {

/// What a village's page shows: its drafts here, and its inspections in any campaign, newest first.
struct VillagePage {
    std::vector<DraftHead> drafts;
    std::vector<InspectionHead> inspections;
};
VillagePage villagePage(SQLite::Database& db, const domain::RegionCode& village);

/// One line of the review queue, with the names that it shows.
struct QueueRow {
    InspectionHead head;
    std::string villageName;
    std::string townName;
    std::string inspectorName;
    bool decidedHere = false;  ///< a decision was made on this tablet and is not on the hub yet
};

/// Inspections of the campaign (all when empty) in the state, oldest submission first. Revisions
/// that the hub refused are not in it.
std::vector<QueueRow> reviewQueue(SQLite::Database& db, const domain::CampaignId& campaign,
                                  domain::InspectionState state);

struct ScoreSum {
    std::int64_t hundredths = 0;
    int count = 0;
};
/// Scores by one kind of sheet, of this inspector and of everybody. Revisions that the hub refused,
/// and those without a score yet, are not in it.
struct ScoreSums {
    ScoreSum own;
    ScoreSum all;
};
ScoreSums scoreSums(SQLite::Database& db, const std::string& kind, const domain::UserId& inspector);

struct StateCounts {
    int submitted = 0;
    int sentBack = 0;
    int approved = 0;
    int voided = 0;
};
StateCounts stateCounts(SQLite::Database& db, const domain::CampaignId& campaign);

}  // namespace store
