#pragma once

#include <string>
#include <vector>

#include "core/domain/ids.h"

namespace domain {

enum class Role { inspector, supervisor, chief, administrator, villageContact };

/// Somebody who signs what they do. `scope` is what they may see: towns for a supervisor, one
/// village for a contact; empty for chief and administrator (all) and for inspectors (their
/// assignments say). `mayAdjust` is the right of a supervisor to change the points of an item; a
/// chief has it without being given it.
struct User {
    UserId id;
    std::string name;
    Role role = Role::inspector;
    std::vector<RegionCode> scope;
    bool active = true;
    bool mayAdjust = false;

    bool operator==(const User&) const = default;
};

/// Whether this one may change an item's points, in a review or by granting an appeal.
inline bool adjustsPoints(const User& user)
{
    return user.role == Role::chief || (user.role == Role::supervisor && user.mayAdjust);
}

/// Who inspects what in a campaign: whole towns or single villages, all sheets or the named kinds.
struct Assignment {
    CampaignId campaign;
    UserId inspector;
    std::vector<RegionCode> regions;
    std::vector<std::string> checklistKinds;  ///< empty: all of the campaign

    bool operator==(const Assignment&) const = default;
};

}  // namespace domain
