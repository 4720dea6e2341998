#pragma once

#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/media/media_store.h"

namespace hub::media {

/// POST /v1/blobs/have; GET and HEAD /v1/blobs/{sha256} for those who may see an inspection that
/// names the file. A file never changes, so it may be cached for ever, by its reader alone.
std::vector<Route> blobRoutes(MediaStore& store);

}  // namespace hub::media
