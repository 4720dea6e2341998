#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/hub/endpoint.h"
#include "sync/hub/media/media_store.h"

namespace hub::media {

/// POST /v1/blobs/have; GET and HEAD /v1/blobs/{sha256} for those who may see an inspection that
/// names the file. A file never changes, so it may be cached for ever, by its reader alone.
std::vector<Route> blobRoutes(MediaStore& store);

/// A single byte range of a file of `bytes`: first byte and length. None when the header asks for
/// several or is no byte range, so that the whole is sent; length 0 when it cannot be satisfied.
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
std::optional<ByteRange> parseRange(const std::string& text, std::uint64_t bytes);

}  // namespace hub::media
