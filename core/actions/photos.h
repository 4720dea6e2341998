#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/inspection.h"
#include "core/store/shots.h"

// A photo's way into its draft: noteShot once the camera gave its file, then its files are made and
// made durable, then enterShot. Killed in between, the next start finds the note and goes on.
namespace actions {

/// Keeps what was true at a shot, gives it the id that its photo will have, and gives it back as it
/// was kept, so that what is made of it now and after a kill is the same. Not for the UI thread.
///
/// Refused: "store.full" (too little room under `mediaFolder` for a photo beside what records
/// need).
base::Result<store::Shot> noteShot(Context& context, const std::string& mediaFolder,
                                   store::Shot shot);

/// Enters the photo that was made of a noted shot, in its draft or in the report of its task; the
/// note goes with it, whatever the answer. A photo whose finding was taken away meanwhile stays
/// with its item. Refused as enterPhoto and enterAfterPhoto are.
base::Result<domain::PhotoEntry> enterShot(Context& context, const store::Shot& shot,
                                           const domain::PhotoEntry& entry,
                                           std::int64_t originalBytes);
/// Nothing becomes of this shot.
base::Result<void> forgetShot(Context& context, const domain::PhotoId& id);

/// Enters a photo whose files are durable in the draft, as the next link of this device's evidence
/// chain.
///
/// Fails with "photo.too_large" (8 MB; thumbnail 128 KB), "photo.empty", "photo.too_many" (300),
/// "item.unknown", "finding.none" and the codes of context.h.
base::Result<domain::PhotoEntry> enterPhoto(Context& context, const domain::InspectionId& draft,
                                            domain::PhotoEntry entry, std::int64_t originalBytes);

/// Takes a photo out of its draft; undoLast brings it back. Its entry stays a link of the chain.
base::Result<void> removePhoto(Context& context, const domain::InspectionId& draft,
                               const domain::PhotoId& photo);

/// Replaces what is drawn on a photo of the draft, one call a stroke; an empty drawing takes all of
/// it off. Picture and entry stay as they are. "photo.unknown", and the codes of domain::problemOf.
base::Result<void> putDrawing(Context& context, const domain::InspectionId& draft,
                              const domain::PhotoDrawing& drawing);

/// What the start-up sweep found in the media folder.
struct SweepReport {
    std::vector<std::string>
        strangers;  ///< files without a row, moved to "strangers/" under the folder
    std::vector<domain::Sha256> missing;  ///< rows whose file is gone; marked so
    std::vector<std::string> leftovers;   ///< unfinished temporary files, deleted
};

/// Makes files and rows agree again after a crash. To be run once at the start, off the UI thread.
/// While shots are noted, files without a row may be theirs and are left for the next start.
base::Result<SweepReport> sweepMedia(Context& context, const std::string& mediaFolder);

}  // namespace actions
