#pragma once

#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

// 称号: tags on places, each from a day to a day. Campaigns choose and group participants by them.
namespace hub {

struct Title {
    domain::RegionCode region;
    std::string title;
    std::string firstDay;
    std::string lastDay;  ///< empty: until further notice

    bool operator==(const Title&) const = default;
};

/// True when it is new or its last day differs from what was there. A place bears a title once from
/// any first day; the region must be there. In a transaction of the caller.
bool putTitle(Connection& connection, const Title& title);

/// All, by region, title and first day.
std::vector<Title> listTitles(Connection& connection);

/// The titles borne on some day between the two, by region and title.
std::vector<Title> titlesBetween(Connection& connection, const std::string& firstDay,
                                 const std::string& lastDay);

}  // namespace hub
