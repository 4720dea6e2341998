#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/base/uuid.h"

// Copies of a hub that is running, and putting them back.
namespace hub {

struct BackupReport {
    std::int64_t lastSeq = 0;  ///< what the copy holds
    int filesCopied = 0;
    int filesThere = 0;  ///< photos that an earlier run had copied
};

/// Copies database and photos of a hub, running or not, to a folder; photos that are there already
/// are not copied again. Everything is synced before the hub is told that it is durable up to
/// lastSeq. Fails with "backup.*"; a copy that was there before stays until the new one is whole.
base::Result<BackupReport> backUp(const std::filesystem::path& data,
                                  const std::filesystem::path& target);

/// Puts a copy into a folder and gives it a new epoch, so that tablets offer again what they still
/// hold. The database that was there is kept beside it as hub.db.before-<time>. Requires that
/// nothing serves the folder. Returns the new epoch.
base::Result<std::string> restore(const std::filesystem::path& data,
                                  const std::filesystem::path& source,
                                  const base::RandomBytes& random, std::int64_t nowMs);

/// Declares that the database in the folder was put back from a backup by hand: a new epoch.
base::Result<std::string> declareRestored(const std::filesystem::path& data,
                                          const base::RandomBytes& random, std::int64_t nowMs);

}  // namespace hub
