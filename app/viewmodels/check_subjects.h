#pragma once

#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/region.h"
#include "core/store/reference.h"

namespace viewmodels {

/// What each check of a campaign is made on: by a sheet on facilities each facility of the village
/// that belongs to it, or the village itself where it has none; by any other sheet the village.
/// Outlived by the reference data; on the core thread.
class CheckSubjects {
public:
    CheckSubjects(const store::Reference& reference, const domain::Campaign& campaign);

    /// By the sheet of this kind. Of the village itself only the code is filled in.
    std::vector<domain::Region> of(const domain::RegionCode& village,
                                   const std::string& kind) const;

private:
    const store::Reference& m_reference;
    std::vector<std::string> m_kinds;  ///< of the campaign's sheets, those on facilities
};

}  // namespace viewmodels
