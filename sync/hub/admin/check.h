#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What `xuncun-hub check` looked at and what is wrong.
struct CheckReport {
    std::int64_t records = 0;
    std::int64_t photos = 0;
    base::Errors errors;
    std::vector<domain::Sha256> lost;  ///< files that are gone or not their hash
};

/// Hashes every record and every stored photo again, looks for gaps in seq and deviceSeq, asks
/// SQLite for the integrity of the file, and folds the log again to compare the projections (taken
/// back afterwards). Changes nothing; may run beside a serving hub.
CheckReport checkEverything(Connection& connection, const std::filesystem::path& media);

/// Asks the tablets for the files that were found lost (blobLost). Refuses with "check.all_lost"
/// when all are: then the folder is not there, and the tablets have nothing to do with it. For a
/// transaction of the caller.
base::Result<void> askAgain(Connection& connection, const CheckReport& report, std::int64_t nowMs,
                            base::UuidSource& ids);

}  // namespace hub
