#pragma once

#include <optional>
#include <string>

#include "core/domain/inspection.h"
#include "core/sqlite/database.h"

// Rows of the draft tables to values and back; for drafts.cpp and draft_photos.cpp.
namespace store {

#define findingSelect                                                                             \
    "SELECT item, id, rule, found_at_ms, kind, tier, household, value_thousandths, place, note, " \
    "fix, "                                                                                       \
    "repeat FROM draft_finding "

domain::Finding findingOf(SQLite::Statement& row);
std::optional<std::string> fixText(const std::optional<base::Fix>& fix);
std::optional<base::Fix> fixOf(const SQLite::Column& column);
std::vector<domain::Signature> signaturesOf(SQLite::Database& db, const domain::InspectionId& id);
/// Marks the draft as changed at this time.
void touchDraft(SQLite::Database& db, const domain::InspectionId& id, std::int64_t nowMs);

}  // namespace store
