#pragma once

#include "core/domain/checklist.h"
#include "core/domain/photo.h"

namespace scoring {

/// Photos that prove one thing, by what they show.
struct PhotoCount {
    int wide = 0;
    int close = 0;
    int unmarked = 0;  ///< nobody said which of the two it is

    void add(std::optional<domain::PhotoView> view);
    int all() const { return wide + close + unmarked; }

    bool operator==(const PhotoCount&) const = default;
};

/// What is still to be taken.
struct PhotoLack {
    int photos = 0;  ///< 0: the rule is met
    /// A photo of the surroundings, of the thing, would help. Both while one unmarked photo leaves
    /// open which of the two it is.
    bool wide = false;
    bool close = false;

    bool operator==(const PhotoLack&) const = default;
};

/// What a rule's evidence asks for beyond the photos that count.
///
/// There must be as many photos as the rule says (at least one; two where it asks for wide and
/// close; one for a ledger). Where it asks for wide and close, there must also be one of each, and
/// a photo without a mark stands for whichever of the two is not there: so photos of before the
/// mark, and those that nobody marked, count by their number alone, as they always did, while two
/// that are both marked as wide lack the close one. Pure.
PhotoLack lackOf(const domain::EvidenceRule& evidence, const PhotoCount& count);

}  // namespace scoring
