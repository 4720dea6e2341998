#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/fairness/fairness.h"

namespace fairness {

/// A ranking with the figures that stand beside it: one line of the reference part "rankings".
struct RankingLine {
    ranking::Ranking ranking;
    std::optional<Fairness> fairness;
};

/// A line names the rules that differ most, not all.
inline constexpr std::size_t rulesInLine = 50;

/// The ranking's canonical JSON with the figures under "fairness".
std::string canonicalJson(const RankingLine& line);
/// The same promises as rankingFromJson.
base::Result<RankingLine> rankingLineFromJson(const std::string& text);

}  // namespace fairness
