#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/store/connection.h"

namespace hub::media {

/// An upload as its row keeps it.
struct UploadRow {
    std::string id;
    domain::DeviceId device;
    domain::Sha256 sha256;  ///< what the whole must have
    std::int64_t length = 0;
    std::string metadata;     ///< as the client wrote it
    std::int64_t synced = 0;  ///< so many bytes survive a power cut
    std::int64_t expiresMs = 0;
};

void saveUpload(Connection& connection, const UploadRow& row);
void dropUpload(Connection& connection, const std::string& id);
std::optional<UploadRow> findUpload(Connection& connection, const std::string& id);
int countUploads(Connection& connection, const domain::DeviceId& device);
std::vector<std::string> uploadIds(Connection& connection);
std::vector<std::string> expiredUploads(Connection& connection, std::int64_t nowMs);
std::string uploadSecret(Connection& connection);

}  // namespace hub::media
