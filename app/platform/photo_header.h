#pragma once

#include <cstddef>
#include <span>

#include "core/base/result.h"

namespace platform {

/// What a JPEG says of itself before its first pixel.
struct JpegHeader {
    int widthPx = 0;
    int heightPx = 0;
    int components = 0;
};

/// Walks the markers of a JPEG without decoding it, so that a bomb costs nothing. Safe for any
/// bytes.
///
/// Refuses with "photo.not_jpeg", "photo.damaged" (no picture header, or the picture data stops
/// before its end), "photo.cmyk", "photo.tiny" and "photo.huge".
base::Result<JpegHeader> checkJpeg(std::span<const std::byte> bytes);

}  // namespace platform
