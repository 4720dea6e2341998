#pragma once

#include "core/base/uuid.h"
#include "core/domain/photo.h"
#include "sync/hub/store/log.h"

// Records that the hub itself writes.
namespace hub {

/// Author and device of the hub's own records; their incarnation is the epoch.
inline constexpr const char* hubAuthor = "hub";
std::string hubIncarnation(Connection& connection);

/// Appends one to the log; the caller folds it. Gives its seq and the record.
struct OwnRecord {
    std::int64_t seq = 0;
    domain::Record record;
};
OwnRecord appendOwn(Connection& connection, domain::RecordKind kind, std::string body,
                    const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids);

void appendPhotoReceived(Connection& connection, const domain::PhotoReceived& received,
                         const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids);
/// photo.rejected: the hub had these bytes and has them no more.
void appendPhotoRejected(Connection& connection, const domain::PhotoReceived& lost,
                         const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids);

/// photo.received for those photos of an inspection that were on disk before it came.
void announceStoredPhotos(Connection& connection, const domain::InspectionId& inspection,
                          const Concerns& concerns, std::int64_t nowMs, base::UuidSource& ids);

}  // namespace hub
