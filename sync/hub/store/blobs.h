#pragma once

#include <cstdint>
#include <optional>

#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "sync/hub/request.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// Notes that a file is on disk: whole, its hash checked, file and folder synced. In the same
/// transaction it appends photo.received to the log for every inspection that names the file as a
/// photo; an inspection that comes later gets its photo.received when it arrives. Twice is once.
/// For a work of the Committer.
void blobStored(Connection& connection, const domain::Sha256& sha256, std::int64_t bytes,
                std::int64_t nowMs, base::UuidSource& ids);

/// Notes that a file that was whole is whole no more: it is wanted again, and a photo.rejected in
/// the log tells those that still hold it. For a transaction of the caller.
void blobLost(Connection& connection, const domain::Sha256& sha256, std::int64_t nowMs,
              base::UuidSource& ids);

/// Its size, when it is stored.
std::optional<std::int64_t> blobBytes(Connection& connection, const domain::Sha256& sha256);

/// True when a record that had effect names this file, as photo, thumbnail or original.
bool isNamed(Connection& connection, const domain::Sha256& sha256);

/// True when an inspection names the file that this caller may see in the feed.
bool mayRead(Connection& connection, const Caller& caller, const domain::Sha256& sha256);

}  // namespace hub
