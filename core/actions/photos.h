#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"

namespace actions {

/// A photo as it comes from the camera page: finished bytes, and what was true at the shot.
struct CapturedPhoto {
    std::string jpeg;          ///< scaled, upright, with EXIF: what is hashed, stored and sent
    std::string thumbnail;     ///< 320 px JPEG; may be empty
    std::string originalPath;  ///< file with the untouched bytes; copied, not moved; may be empty
    int widthPx = 0;
    int heightPx = 0;
    std::string itemCode;       ///< empty: of the village as a whole
    domain::FindingId finding;  ///< empty: of the item as a whole
    domain::PhotoSource source = domain::PhotoSource::camera;
    domain::ShotClocks clocks;
    std::optional<base::Fix> fix;
};

/// Stores the files under `mediaFolder` and enters the photo in the draft as the next link of this
/// device's evidence chain.
///
/// First the files (temporary name, fsync, rename), then a note of the entry beside them, then the
/// row: killed in between, sweepMedia adopts the photo at the next start. Not for the UI thread.
/// Fails with "photo.too_large" (8 MB; thumbnail 128 KB), "photo.empty", "photo.too_many" (300),
/// "finding.none", "store.full" and the other codes of context.h; no file is left behind then.
base::Result<domain::PhotoEntry> attachPhoto(Context& context, const std::string& mediaFolder,
                                             const domain::InspectionId& draft,
                                             const CapturedPhoto& photo);

/// Takes a photo out of its draft; undoLast brings it back. Its entry stays a link of the chain.
base::Result<void> removePhoto(Context& context, const domain::InspectionId& draft,
                               const domain::PhotoId& photo);

/// Replaces what is drawn on a photo of the draft, one call a stroke; an empty drawing takes all of
/// it off. Picture and entry stay as they are. "photo.unknown", and the codes of domain::problemOf.
base::Result<void> putDrawing(Context& context, const domain::InspectionId& draft,
                              const domain::PhotoDrawing& drawing);

/// What the start-up sweep found in the media folder.
struct SweepReport {
    std::vector<domain::PhotoId>
        adopted;  ///< photos whose files were complete and whose row was missing
    std::vector<std::string>
        strangers;  ///< files without a row, moved to "strangers/" under the folder
    std::vector<domain::Sha256> missing;  ///< rows whose file is gone; marked so
    std::vector<std::string> leftovers;   ///< unfinished temporary files, deleted
};

/// Makes files and rows agree again after a crash. To be run once at the start, off the UI thread.
base::Result<SweepReport> sweepMedia(Context& context, const std::string& mediaFolder);

}  // namespace actions
