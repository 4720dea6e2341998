#pragma once

#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/checklist.h"
#include "core/domain/region.h"
#include "core/domain/user.h"

// A small county that the project made up: two towns, six villages, the three sample sheets, four
// people.
namespace support::county {

inline const domain::RegionCode town1{"330799001000"};
inline const domain::RegionCode town2{"330799102000"};
inline const domain::RegionCode village1{"330799001201"};  ///< 石洞坑村, alias 石硐坑
inline const domain::RegionCode village2{"330799001202"};
inline const domain::RegionCode village3{"330799001203"};
inline const domain::RegionCode village4{"330799102201"};
inline const domain::RegionCode village5{"330799102202"};
inline const domain::RegionCode village6{"330799102203"};  ///< 长乐村: a character of two readings
inline const domain::RegionCode plant1{"330799001201-W1"};  ///< a treatment plant of village1
inline const domain::CampaignId campaign{"2026-11"};

domain::User inspector();       ///< "u-inspector", assigned both towns
domain::User otherInspector();  ///< "u-other", assigned the first town
domain::User supervisor();      ///< "u-supervisor", both towns, may adjust
domain::User chief();           ///< "u-chief"

std::vector<domain::Region> regions();
domain::Campaign campaignOf(const std::vector<domain::Checklist>& sheets);

/// Canonical lines of a reference part, as the hub sends them.
std::vector<std::string> lines(const std::string& part);

/// The sheet as a campaign names it.
domain::ChecklistRef refOf(const domain::Checklist& sheet);

}  // namespace support::county
