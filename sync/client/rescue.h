#pragma once

#include <cstdint>
#include <string>

#include "core/sqlite/database.h"
#include "sync/client/round.h"

// Unsent work on its way without a network: as one encrypted file to another tablet or to the hub.
// What then also goes the usual way is a duplicate there, and the same photos are never sent twice.
namespace client {

struct RescueReport {
    std::string code;  ///< opens the file; to be written down, it is kept nowhere
    int records = 0;
    int photos = 0;   ///< files: thumbnails, photos
    int skipped = 0;  ///< files that are gone or damaged: not in it, not taken
    std::int64_t bytes = 0;
};

/// Writes every record that the hub has not settled and every photo it owes to `path` (finished
/// ones only: drafts stay); a photo that is damaged here is left out and counted. Nothing changes
/// on this tablet: its work stays unsent until the hub itself says that it has it. Fails with
/// "rescue.nothing", "device.not_enrolled", "seal.not_written"; no file is left then.
base::Result<RescueReport> writeRescue(SQLite::Database& db, const std::string& mediaFolder,
                                       const std::string& path);

/// Takes another tablet's file along: it goes to the hub with this tablet's next sessions. Taking
/// the same file twice is no harm. Fails with "seal.*", "rescue.malformed", "store.io".
base::Result<RescueReport> carryRescue(const std::string& mediaFolder, const std::string& path,
                                       const std::string& code);

/// Hands over the records that this tablet carries for others. A batch that the hub refuses for
/// good (not signed by its tablet, numbers missing before it) is told once and put aside, not lost:
/// it is tried again when the same file is taken once more.
Reply<void> sendCarriedRecords(Round& round);
/// Then their photos, likewise; what has arrived whole is carried no longer.
Reply<void> sendCarriedPhotos(Round& round);

}  // namespace client
