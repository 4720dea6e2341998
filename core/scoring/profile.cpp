#include "core/scoring/profile.h"

#include <algorithm>

namespace scoring {

const domain::Profile* profileOf(const domain::Checklist& checklist, const std::string& code)
{
    for (const domain::Profile& profile : checklist.profiles)
        if (profile.code == code) return &profile;
    return checklist.profiles.empty() ? nullptr : &checklist.profiles.front();
}

bool isExcluded(const domain::Profile* profile, const std::string& sectionCode)
{
    return profile && std::find(profile->excludedSections.begin(), profile->excludedSections.end(),
                                sectionCode) != profile->excludedSections.end();
}

}  // namespace scoring
