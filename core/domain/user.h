#pragma once

#include <string>
#include <vector>

#include "core/domain/ids.h"

namespace domain {

enum class Role { inspector, supervisor, chief, administrator, villageContact };

/// Somebody who signs what they do. `scope` is what they may see: towns for a supervisor, one
/// village for a contact; empty for chief and administrator (all) and for inspectors (their
/// assignments say).
struct User {
    UserId id;
    std::string name;
    Role role = Role::inspector;
    std::vector<RegionCode> scope;
    bool active = true;

    bool operator==(const User&) const = default;
};

/// Who inspects what in a campaign: whole towns or single villages, all sheets or the named kinds.
struct Assignment {
    CampaignId campaign;
    UserId inspector;
    std::vector<RegionCode> regions;
    std::vector<std::string> checklistKinds;  ///< empty: all of the campaign

    bool operator==(const Assignment&) const = default;
};

}  // namespace domain
