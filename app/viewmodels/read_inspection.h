#pragma once

#include "app/viewmodels/open_inspection.h"
#include "core/base/result.h"
#include "core/sqlite/database.h"

namespace viewmodels {

/// A draft of this tablet to go on with, or else a submitted inspection to read. Core thread.
/// Fails with "inspection.unknown" or "inspection.sheet_missing".
base::Result<OpenedInspection> readInspection(SQLite::Database& db, const domain::InspectionId& id);

/// What of the draft can be taken back, the newest last. Core thread.
std::vector<DraftEditor::Before> undosOf(SQLite::Database& db, const domain::InspectionId& id);

/// What the page's current item is kept under. Each revision has its own: one that was sent back
/// opens where it is to be put right, not where the last was left.
std::string currentItemKey(const domain::Inspection& inspection);

}  // namespace viewmodels
