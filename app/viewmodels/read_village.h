#pragma once

#include "app/viewmodels/check_list_model.h"
#include "core/sqlite/database.h"

namespace viewmodels {

/// Everything the page of a village shows, for the user of this tablet. Core thread.
VillageSheet readVillage(SQLite::Database& db, const domain::RegionCode& village);

}  // namespace viewmodels
