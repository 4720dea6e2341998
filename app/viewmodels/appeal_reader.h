#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/domain/appeal.h"
#include "core/domain/review.h"

namespace viewmodels {

/// One appeal with its answer, where there is one.
struct AppealLine {
    enum class Outcome { Waiting, Granted, Upheld };

    std::string record;
    std::string itemCode;
    std::string item;  ///< code and title
    std::string reason;
    std::string who;
    std::int64_t atMs = 0;
    Outcome outcome = Outcome::Waiting;
    std::string points;  ///< of the item from then on, where granted
    base::Points most;   ///< that the item may be given
    std::string answer;
    std::string answeredBy;
    std::int64_t answeredAtMs = 0;

    bool operator==(const AppealLine&) const = default;
    bool sameAs(const AppealLine& other) const { return record == other.record; }
};

/// What may be contested of one inspection, until when, and what was.
struct AppealSheet {
    domain::InspectionId inspection;
    int revision = 1;
    domain::RegionCode village;
    domain::InspectionState state = domain::InspectionState::approved;
    std::string itemCode;       ///< of the task; empty for an inspection
    domain::FindingId finding;  ///< of the task
    std::int64_t untilMs = 0;   ///< 0: nothing that could be contested
    std::vector<AppealLine> lines;
};

/// Of an inspection that is on this tablet. On the core thread.
std::optional<AppealSheet> readAppealsOf(actions::Context& context,
                                         const domain::InspectionId& inspection);
/// Of the inspection that a task comes from, as far as it is about the task's item.
std::optional<AppealSheet> readAppealsOf(actions::Context& context,
                                         const domain::FindingId& finding);

}  // namespace viewmodels
