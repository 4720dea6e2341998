#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/inspection.h"
#include "sync/hub/store/connection.h"

// Snapshots of work that is not submitted, outside the log, each private to its inspector.
namespace hub {

/// False, and nothing is kept, when the log has this revision or a later one already, or another
/// inspector's draft has the id.
bool putDraft(Connection& connection, const domain::Inspection& draft,
              const domain::DeviceId& device, const std::string& bytes, std::int64_t nowMs);
std::optional<std::string> findDraft(Connection& connection, const domain::UserId& inspector,
                                     const domain::InspectionId& id);
/// Those after this id in the order of ids, as many as fit into an answer (draftsPage,
/// draftsPlainBytes); none: that was all.
std::vector<std::string> listDrafts(Connection& connection, const domain::UserId& inspector,
                                    const domain::InspectionId& after);
bool dropDraft(Connection& connection, const domain::UserId& inspector,
               const domain::InspectionId& id);
/// The inspection was submitted.
void draftSubmitted(Connection& connection, const domain::InspectionId& id);

}  // namespace hub
