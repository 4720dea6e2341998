#pragma once

#include <string>

#include "core/sqlite/database.h"
#include "core/store/records.h"

// Rows of table `inspection` with their newest revision, for the classes that read them.
namespace store {

#define inspectionSelect                                                                         \
    "SELECT i.id, i.revision, i.state, i.adjusted, r.refused, r.hub_seq IS NOT NULL, v.record, " \
    "i.campaign, i.kind, v.version, i.village, i.subject, i.inspector, v.started_at_ms, "        \
    "i.submitted_at_ms, v.findings, v.photos, v.score_hundredths, "                              \
    "(SELECT count(*) FROM revision_photo p JOIN photo_receipt q ON q.sha256 = p.sha256 "        \
    "WHERE p.inspection = i.id AND p.revision = i.revision), i.parent "                          \
    "FROM inspection i JOIN revision v ON v.inspection = i.id AND v.revision = i.revision "      \
    "JOIN record r ON r.id = v.record "

InspectionHead inspectionHeadOf(SQLite::Statement& row);
domain::InspectionState inspectionStateOf(const std::string& word);

}  // namespace store
