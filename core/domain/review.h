#pragma once

#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/ids.h"

namespace domain {

/// `confirmVeto`: the first of the two people that an inspection with a veto needs; it stays open.
enum class Decision { approve, sendBack, voidIt, adjust, confirmVeto };

struct ItemComment {
    std::string itemCode;
    std::string text;

    bool operator==(const ItemComment&) const = default;
};

/// A change of one item's points by somebody with the right to it (adjustsPoints); the score as
/// inspected stays visible beside it.
struct Adjustment {
    std::string itemCode;
    base::Points points;  ///< the item's points from now on, 0..max
    std::string reason;   ///< never empty

    bool operator==(const Adjustment&) const = default;
};

/// One decision about one named revision. A second decision about the same revision is a conflict,
/// except that a revision which was adjusted, or whose veto was confirmed, may still be approved,
/// sent back or voided; and that an appeal against an approved one is answered by one more.
struct Review {
    InspectionId inspection;
    int revision = 1;
    Decision decision = Decision::approve;
    std::string comment;
    std::vector<ItemComment> items;
    std::vector<Adjustment> adjustments;
    UserId reviewer;
    /// Approved together with others, unseen: only what has no flag (core/flags).
    bool bulk = false;
    RecordId appeal;  ///< the appeal that this answers: adjust (成立) or approve (维持); else empty

    bool operator==(const Review&) const = default;
};

/// Where an inspection stands, derived from its newest revision and the decisions on it.
enum class InspectionState { draft, submitted, sentBack, approved, voided };

}  // namespace domain
