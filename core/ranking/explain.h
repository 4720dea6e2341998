#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"
#include "core/ranking/explain_place.h"

namespace ranking {

/// One line of an explanation, what it is about, and what stands behind it.
struct Node {
    std::string text;
    domain::InspectionId inspection;  ///< set from the inspection's line down
    std::string itemCode;
    domain::FindingId finding;
    domain::PhotoId photo;
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

/// What is known of one approved revision.
struct InspectionFacts {
    domain::Checklist checklist;
    domain::Inspection inspection;
    std::vector<domain::Adjustment> adjustments;
    std::string inspector;  ///< name; may be empty
    std::string reviewer;
    std::int64_t approvedAtMs = 0;
};

/// Gives what is known of a revision, or nothing (not on this tablet).
using FactsOf =
    std::function<std::optional<InspectionFacts>(const domain::InspectionId&, int revision)>;

/// Explains villages of one ranking, each in the time that its own tree takes. The ranking must
/// outlive it.
class Explainer {
public:
    explicit Explainer(const Ranking& ranking);

    /// Why a village stands where it stands: place -> lists, gaps, ties and quotas -> points ->
    /// sheets -> inspections -> items that lost points -> rules -> findings -> photos. Without
    /// facts the tree ends at the inspections. A village that is not ranked is explained too; one
    /// that the ranking does not know is an error "ranking.village_unknown".
    base::Result<Node> explain(const domain::RegionCode& village,
                               const FactsOf& factsOf = {}) const;

    /// By code; both live in the ranking.
    using Names = std::unordered_map<std::string_view, std::string_view>;

private:
    struct Where {
        int board = -1;  ///< -1: not ranked
        int number = 0;  ///< of the row, or in Ranking::notRanked
    };
    Node rowNode(const Where& where, const FactsOf& factsOf) const;
    Node notRankedNode(const NotRanked& village) const;

    const Ranking& m_ranking;
    std::unordered_map<std::string_view, Where> m_villages;
    Names m_towns;
    Names m_subjects;
    std::vector<PlaceTeller> m_tellers;  ///< one a board
};

/// The explanation of one village.
base::Result<Node> explain(const Ranking& ranking, const domain::RegionCode& village,
                           const FactsOf& factsOf = {});

/// The part below one inspection: sections and items that lost points, down to the photos.
std::vector<Node> explainInspection(const InspectionFacts& facts);

/// One node of a tree with how deep it lies.
struct TreeLine {
    int depth = 0;
    const Node* node = nullptr;
};

/// The tree from top to bottom, one line a node; the tree must outlive it. Text, export and screen
/// show these lines.
std::vector<TreeLine> linesOf(const Node& node);

/// The tree as indented text.
std::string toText(const Node& node);

}  // namespace ranking
