#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <vector>

#include "core/ranking/facts.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace viewmodels {

/// What was decided on a revision and not refused by the hub, oldest first.
std::vector<ranking::Decided> decisionsOn(const store::InspectionHistory& history, int revision,
                                          const store::Reference& reference);

/// What this tablet can say of a revision in an explanation; nothing where it has no such revision
/// or not its sheet. On the core thread.
std::optional<ranking::InspectionFacts> inspectionFacts(SQLite::Database& db,
                                                        const domain::InspectionId& id,
                                                        int revision);

}  // namespace viewmodels
