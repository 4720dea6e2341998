#pragma once

#include <string>

#include "core/base/result.h"
#include "core/ranking/ranking.h"

// A ranking and what it was made of as canonical JSON and back; the same promises as
// core/domain/codec.h. On its way to tablets a ranking has figures beside it:
// core/fairness/fairness_codec.h.
namespace ranking {

std::string canonicalJson(const Ranking& ranking);
std::string canonicalJson(const RankingInput& input);

base::Result<Ranking> rankingFromJson(const std::string& text);
base::Result<RankingInput> rankingInputFromJson(const std::string& text);

}  // namespace ranking
