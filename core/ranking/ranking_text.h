#pragma once

#include <string>

#include "core/ranking/ranking.h"

namespace ranking {

/// The ranking as a terminal shows it: coverage, the best, the worst, the full table, who is not
/// ranked and why, the towns, who improved most. Chinese, columns aligned with wide characters as
/// two.
std::string toText(const Ranking& ranking);

}  // namespace ranking
