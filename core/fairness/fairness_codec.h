#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/review.h"
#include "core/fairness/fairness.h"

namespace fairness {

/// A ranking with what stands beside it: one line of the reference part "rankings".
struct RankingLine {
    ranking::Ranking ranking;
    std::optional<Fairness> fairness;
    /// Of a published ranking: the adjustments it was made with, for its explanation.
    std::optional<std::vector<domain::Review>> adjusted;
};

/// A line names the rules that differ most, not all.
inline constexpr std::size_t rulesInLine = 50;

/// The ranking's canonical JSON with the figures under "fairness" and the adjustments, as reviews,
/// under "adjusted".
std::string canonicalJson(const RankingLine& line);
/// The same promises as rankingFromJson.
base::Result<RankingLine> rankingLineFromJson(const std::string& text);

}  // namespace fairness
