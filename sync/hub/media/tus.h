#pragma once

#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/media/media_store.h"

namespace hub::media {

/// tus 1.0.0 over a MediaStore: core, creation, creation-with-upload, checksum, expiration,
/// termination.
///
/// OPTIONS and POST /v1/uploads; HEAD, PATCH, DELETE (or POST with X-HTTP-Method-Override)
/// /v1/uploads/{id}. POST wants a token and gives the same address again to the same device for the
/// same sha256 in Upload-Metadata. Whoever has the address may go on with the upload, so that no
/// expired token costs a tablet the bytes it has sent.
std::vector<Route> uploadRoutes(MediaStore& store);

}  // namespace hub::media
