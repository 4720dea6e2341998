#pragma once

#include <vector>

#include "app/viewmodels/outbox_model.h"
#include "core/sqlite/database.h"

namespace viewmodels {

/// What is still to go or was refused: records first, then photos. Core thread.
std::vector<OutboxRow> readOutbox(SQLite::Database& db);

}  // namespace viewmodels
