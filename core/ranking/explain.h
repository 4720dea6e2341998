#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/ranking/explain_place.h"
#include "core/ranking/facts.h"
#include "core/scoring/score.h"

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

/// A node of words alone.
inline Node line(std::string words)
{
    Node node;
    node.text = std::move(words);
    return node;
}

/// Explains villages of one ranking, each in the time that its own tree takes. The ranking must
/// outlive it.
class Explainer {
public:
    /// `published`: the adjustments that a published ranking was made with, one review for each
    /// revision that has any. They stand for those in the facts, where more was decided since;
    /// without, the facts hold.
    explicit Explainer(const Ranking& ranking,
                       const std::optional<std::vector<domain::Review>>& published = {});

    /// Why a village stands where it stands: place -> lists, gaps, ties and quotas -> points ->
    /// sheets -> inspections -> items that lost points -> rules -> findings -> photos. Without
    /// facts the tree ends at the inspections. A village that is not ranked is explained too; one
    /// that the ranking does not know is an error "ranking.village_unknown".
    base::Result<Node> explain(const domain::RegionCode& village,
                               const FactsOf& factsOf = {}) const;

    /// By code; both live in the ranking.
    using Names = std::unordered_map<std::string_view, std::string_view>;
    /// The facilities of each village; both live in the ranking.
    using Subjects = std::unordered_map<std::string_view, std::vector<const Subject*>>;

private:
    struct Where {
        int board = -1;  ///< -1: not ranked
        int number = 0;  ///< of the row, or in Ranking::notRanked
    };
    Node rowNode(const Where& where, const FactsOf& factsOf) const;
    Node notRankedNode(const NotRanked& village) const;
    std::optional<InspectionFacts> asPublished(std::optional<InspectionFacts> facts) const;

    const Ranking& m_ranking;
    std::unordered_map<std::string_view, Where> m_villages;
    Names m_towns;
    Subjects m_subjects;
    bool m_isPublished = false;
    std::map<std::pair<domain::InspectionId, int>, std::vector<domain::Adjustment>> m_adjusted;
    std::vector<PlaceTeller> m_tellers;  ///< one a board
};

/// The explanation of one village.
base::Result<Node> explain(const Ranking& ranking, const domain::RegionCode& village,
                           const FactsOf& factsOf = {});

/// How the part below one inspection is worded for who reads another language. What is not set is
/// said in Chinese, as hub and exports say it.
struct InspectionWords {
    /// The phrase in that language, with as many {}, in the same order or numbered.
    std::function<std::string(const char* chinese)> phrase;
    std::function<std::string(const scoring::RuleLine&, const domain::Item&)> rule;
};

/// The part below one inspection: sections and items that lost points, every cap and carry by which
/// they come to its points, down to the photos. `vetoZeroes`: by the campaign's rules a section
/// with a veto counts nothing.
std::vector<Node> explainInspection(const InspectionFacts& facts, bool vetoZeroes = false,
                                    const InspectionWords& words = {});

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
