#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/viewmodels/queue_filter.h"
#include "core/domain/ids.h"
#include "core/sqlite/database.h"

namespace viewmodels {

/// One bar of a plot; `key` names the list behind it.
struct OverviewBar {
    std::string key;
    std::string name;
    int count = 0;
    int of = 0;  ///< 0: the longest bar of the plot is the whole

    bool operator==(const OverviewBar&) const = default;
    bool sameAs(const OverviewBar& other) const { return key == other.key; }
};

/// One thing behind a number: an inspection, a task where `isTask`, or a check of a village that
/// nobody made yet, which leads nowhere (no id).
struct OverviewEntry {
    std::string id;
    std::string title;
    std::string subtitle;
    bool isTask = false;

    bool operator==(const OverviewEntry&) const = default;
    bool sameAs(const OverviewEntry& other) const
    {
        return id == other.id && title == other.title && subtitle == other.subtitle;
    }
};

/// A campaign at a glance: how far each town is, how the scores lie, what is found most, what is
/// overdue; and for each of these numbers what is behind it.
struct Overview {
    QueueFilter::Options campaigns;  ///< id and name, the newest first
    domain::CampaignId campaign;     ///< the one that is shown
    /// "checks" is the list behind it.
    int checks = 0;    ///< expected: of each village each sheet, or each facility of it
    int approved = 0;  ///< of these
    int waiting = 0;
    int sentBack = 0;
    int unchecked = 0;  ///< of the expected, by nobody yet
    std::vector<OverviewBar> towns;
    std::vector<OverviewBar> scores;
    std::vector<OverviewBar> findings;
    std::vector<OverviewBar> overdue;
    std::map<std::string, std::vector<OverviewEntry>> lists;
};

/// Of this campaign, or of the newest when there is no such; a combined one is all that it
/// combines. Points are as adjusted. On the core thread: reads each inspection, some 0.3 ms each.
Overview readOverview(SQLite::Database& db, std::int64_t nowMs,
                      const domain::CampaignId& campaign = {});

}  // namespace viewmodels
