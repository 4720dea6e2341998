#pragma once

#include <map>
#include <string>
#include <vector>

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

/// One thing behind a number: an inspection, or a task where `isTask`.
struct OverviewEntry {
    std::string id;
    std::string title;
    std::string subtitle;
    bool isTask = false;

    bool operator==(const OverviewEntry&) const = default;
    bool sameAs(const OverviewEntry& other) const { return id == other.id; }
};

/// A campaign at a glance: how far each town is, how the scores lie, what is found most, what is
/// overdue; and for each of these numbers what is behind it.
struct Overview {
    std::string campaign;
    int checks = 0;  ///< expected: villages times sheets
    int approved = 0;
    int waiting = 0;
    int sentBack = 0;
    std::vector<OverviewBar> towns;
    std::vector<OverviewBar> scores;
    std::vector<OverviewBar> findings;
    std::vector<OverviewBar> overdue;
    std::map<std::string, std::vector<OverviewEntry>> lists;
};

/// Of the newest campaign. On the core thread: reads each of its inspections, some 0.3 ms each.
Overview readOverview(SQLite::Database& db, std::int64_t nowMs);

}  // namespace viewmodels
