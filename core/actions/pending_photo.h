#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/photo.h"

// The note beside a photo's files that lets a photo be entered after a crash between its files and
// its row.
namespace actions {

struct PendingPhoto {
    domain::InspectionId draft;
    domain::PhotoEntry entry;  ///< without its links
    std::int64_t originalBytes = 0;
};

/// "pending/<photo id>" under the media folder.
std::string pendingPath(const std::string& mediaFolder, const domain::PhotoId& photo);
/// Three lines: the draft, the original's size, the entry as canonical JSON.
std::string pendingText(const PendingPhoto& photo);
std::optional<PendingPhoto> pendingOf(const std::string& text);

/// Enters a photo whose files are durable.
base::Result<domain::PhotoEntry> enterPhoto(Context& context, const domain::InspectionId& draft,
                                            domain::PhotoEntry entry, std::int64_t originalBytes);

}  // namespace actions
