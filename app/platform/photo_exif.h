#pragma once

#include <QByteArray>

#include "app/platform/photo_processor.h"

namespace platform {

/// The EXIF block (APP1 payload, "Exif\0\0" first) that our photos carry: position with its error,
/// direction from magnetic north, both clocks, zone, device, photo id (ImageUniqueID) and
/// inspection id (ImageDescription "xuncun inspection ID").
QByteArray exifFor(const PhotoTask& task, int widthPx, int heightPx);

/// The JPEG with that block as its first segment. Requires a JPEG without EXIF and a block under 64
/// KB.
QByteArray withExif(const QByteArray& jpeg, const QByteArray& exif);

}  // namespace platform
