#pragma once

#include <QByteArray>

#include "app/platform/photo_processor.h"
#include "core/base/result.h"

namespace platform {

/// The pictures that are made of an original, in memory.
struct DerivedPhoto {
    QByteArray jpeg;   ///< upright, scaled, with our EXIF and nothing else of the original's
    QByteArray thumb;  ///< 320 px, without EXIF
    int widthPx = 0;
    int heightPx = 0;
};

/// Decodes, turns, scales and encodes; touches no file. A picture smaller than asked for keeps its
/// size. Refuses what checkJpeg refuses, and "photo.damaged" when the decoder gives up.
base::Result<DerivedPhoto> derivePhoto(const QByteArray& original, const PhotoTask& task);

}  // namespace platform
