#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/error.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What `xuncun-hub check` looked at and what is wrong.
struct CheckReport {
    std::int64_t records = 0;
    std::int64_t photos = 0;
    base::Errors errors;
};

/// Hashes every record and every stored photo again, looks for gaps in seq and deviceSeq, asks
/// SQLite for the integrity of the file, and folds the log again to compare the projections (taken
/// back afterwards). Changes nothing; may run beside a serving hub.
CheckReport checkEverything(Connection& connection, const std::filesystem::path& media);

}  // namespace hub
