#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/ids.h"

namespace ranking {

using base::Points;

/// Where the score of one sheet in a village's total comes from.
enum class PartSource { inspected, spread, uniform, meanOfVillages };

/// One sheet in a village's total.
struct Part {
    Points score;  ///< out of 100, bonus aside; 0 for spread
    Points bonus;
    Points
        share;  ///< of the total in hundredths of a percent; a row's shares sum to exactly 100.00
    std::int64_t firstScore = 0;  ///< into Ranking::scores
    int scores = 0;               ///< how many there
    PartSource source = PartSource::inspected;

    bool operator==(const Part&) const = default;
};

/// What put a row behind the row before it.
enum class Apart { first, points, tieStep, shared };

struct Row {
    int place = 0;        ///< 1, 2 … ; equals share it and the next is skipped: 8, 8, 10
    bool shared = false;  ///< 并列
    domain::RegionCode village;
    std::string name;
    domain::RegionCode town;
    Points points;  ///< weighted + bonus
    Points weighted;
    Points bonus;  ///< within the campaign's bonus cap
    Points bonusBeforeCap;
    int vetoes = 0;
    std::int64_t findingsHundredths = 0;  ///< sum over the sheets of the mean number of findings
    std::vector<Part> parts;              ///< one for each of Ranking::checks
    Apart apart = Apart::first;
    int tieStep = -1;  ///< into RankingRules::ties, for Apart::tieStep
    std::optional<int> lastPlace;
    std::optional<Points> lastPoints;

    bool operator==(const Row&) const = default;
};

/// Why a village above (below) the line is not in the list.
enum class Passed { veto, quota, tieInQuota, tieAtLine, inBest };

struct PassedOver {
    int row = 0;  ///< into Board::rows
    Passed why = Passed::quota;

    bool operator==(const PassedOver&) const = default;
};

struct Listed {
    int row = 0;             ///< into Board::rows
    bool byVeto = false;     ///< in the worst list for a veto, whatever its place
    bool tieAtLine = false;  ///< the list is longer than wanted by ties

    bool operator==(const Listed&) const = default;
};

/// The best from the first place down, or the worst from the last place up.
struct ShortList {
    int wanted = 0;  ///< as the rules say, less where there are too few villages for both lists
    std::vector<Listed> entries;
    std::vector<PassedOver> passedOver;

    bool operator==(const ShortList&) const = default;
};

/// One ranking list: of all villages, or of one class.
struct Board {
    std::string villageClass;
    std::vector<Row> rows;
    ShortList best;
    ShortList worst;

    bool operator==(const Board&) const = default;
};

}  // namespace ranking
