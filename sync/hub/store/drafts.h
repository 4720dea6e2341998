#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/inspection.h"
#include "sync/hub/store/connection.h"

// Snapshots of work that is not submitted, outside the log, each private to its inspector. One that
// was thrown away stays as a row without bytes for a while, so that no late snapshot revives it.
namespace hub {

/// What is kept beside a draft's bytes.
struct DraftOf {
    domain::DeviceId device;
    std::int64_t changedMs = 0;  ///< or thrown away, by the tablet's clock; 0: not said
    std::int64_t nowMs = 0;
};

/// False, and nothing is kept, when the log has this revision or a later one already, or another
/// inspector's draft has the id.
bool putDraft(Connection& connection, const domain::Inspection& draft, const DraftOf& of,
              const std::string& bytes);
/// True when the same tablet brought a newer snapshot a moment ago, or threw the draft away after
/// this: it was late on its way. Only a moment, because that tablet's clock may have been set back
/// since.
bool isLateDraft(Connection& connection, const domain::InspectionId& id, const DraftOf& of);
std::optional<std::string> findDraft(Connection& connection, const domain::UserId& inspector,
                                     const domain::InspectionId& id);
/// Those after this id in the order of ids, as many as fit into an answer (draftsPage,
/// draftsPlainBytes); none: that was all.
std::vector<std::string> listDrafts(Connection& connection, const domain::UserId& inspector,
                                    const domain::InspectionId& after);
/// Throws it away; whether it was there.
bool dropDraft(Connection& connection, const domain::UserId& inspector,
               const domain::InspectionId& id, const DraftOf& of);
/// The inspection was submitted.
void draftSubmitted(Connection& connection, const domain::InspectionId& id);

}  // namespace hub
