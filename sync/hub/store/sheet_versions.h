#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/checklist.h"
#include "sync/hub/store/connection.h"

// The life of a sheet's version: a draft may be replaced, what is published never changes (see
// addChecklist), what is retired is taken by no new campaign and stays for those that have it.
namespace hub {

/// In place of the draft of this version, if there is one. "checklist.version_taken" when the
/// version is published.
base::Result<void> putDraft(Connection& connection, const domain::Checklist& checklist);
std::optional<domain::Checklist> findDraft(Connection& connection, const std::string& kind,
                                           int version);
std::vector<domain::Checklist> listDrafts(Connection& connection);

/// The draft becomes the published version. "checklist.unknown" where there is none.
base::Result<domain::ChecklistRef> publishDraft(Connection& connection, const std::string& kind,
                                                int version);

/// "checklist.unknown", or "checklist.state" when it is retired already.
base::Result<void> retireChecklist(Connection& connection, const std::string& kind, int version,
                                   std::int64_t nowMs);
bool isRetired(Connection& connection, const std::string& kind, int version);

}  // namespace hub
