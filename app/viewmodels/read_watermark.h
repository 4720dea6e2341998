#pragma once

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/evidence/watermark.h"
#include "core/sqlite/database.h"

namespace viewmodels {

/// The names that the watermarks of this inspection's photos say. Core thread.
evidence::WatermarkFacts readWatermarkFacts(SQLite::Database& db,
                                            const domain::Inspection& inspection,
                                            const domain::Checklist& sheet);

}  // namespace viewmodels
