#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/scoring/evidence.h"

namespace viewmodels {

/// Of what the next photo of an item is, and what it ought to show.
struct NextPhoto {
    domain::FindingId finding;  ///< empty: of the item as a whole
    bool viewsAsked = false;    ///< the sheet wants one of the surroundings and one of the thing
    std::optional<domain::PhotoView> view;  ///< the one to be taken next; none: there is enough
};

/// A photo that is taken and not shown with its finding yet: it counts all the same, so that quick
/// shots go one to a finding.
struct PhotoUnderWay {
    domain::FindingId finding;  ///< empty: of the item as a whole
    std::optional<domain::PhotoView> view;
};

/// Of the finding that is named, otherwise of the newest that still lacks one, otherwise of the
/// item where one is asked of the item as a whole, otherwise of the newest. `problems` are those of
/// the whole inspection. Pure.
NextPhoto nextPhoto(const domain::Item& item, const domain::Answer& answer,
                    const std::vector<scoring::EvidenceProblem>& problems,
                    const domain::FindingId& named, const std::vector<PhotoUnderWay>& underWay);

}  // namespace viewmodels
