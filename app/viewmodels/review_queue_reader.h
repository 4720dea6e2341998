#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/campaign.h"
#include "core/store/lists.h"

namespace viewmodels {

/// One inspection in the queue.
struct ReviewRow {
    store::QueueRow facts;
    std::string sheetTitle;
    std::optional<int> flags;  ///< review::Flag bits; none until the inspection was looked into
    std::optional<base::Points> score;  ///< with what was adjusted
    bool appealed = false;              ///< an appeal waits for its answer

    const domain::InspectionId& id() const { return facts.head.id; }
};

struct ReviewQueue {
    std::vector<ReviewRow> rows;                                        ///< oldest submission first
    std::vector<std::pair<domain::CampaignId, std::string>> campaigns;  ///< newest first
};

/// What looking into one inspection gave.
struct LookedInto {
    domain::InspectionId id;
    int revision = 1;
    int flags = 0;
    std::optional<base::Points> score;
};

/// All inspections that the tablet has, of every campaign and state. On the core thread.
ReviewQueue readQueue(SQLite::Database& db);

/// Reads these inspections whole, for flags and for scores that are not stored; gives nothing for
/// one that is not there any more. On the core thread, some at a time: 0.3 ms each.
std::vector<LookedInto> lookInto(SQLite::Database& db,
                                 const std::vector<domain::InspectionId>& inspections);

}  // namespace viewmodels
