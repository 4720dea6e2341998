#pragma once

#include <QByteArray>
#include <QSizeF>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/drawing.h"

class QPainter;

namespace platform {

/// What is shown over a photo and is never part of the stored one: the drawing, and the lines of
/// the watermark (none: not shown).
struct PhotoMarks {
    std::vector<domain::Shape> shapes;
    std::vector<std::string> watermark;

    bool operator==(const PhotoMarks&) const = default;
};

/// Paints the marks over a picture of this size whose upper left corner is at the painter's origin.
/// Screens and exports look alike because both come here; sizes follow the picture's longer side,
/// so that at 1600 px a line of the watermark is 30 px high.
void paintMarks(QPainter& painter, QSizeF picture, const PhotoMarks& marks);

/// A copy of a JPEG with the marks burned in and its EXIF kept; for exports. Any thread.
/// "photo.damaged" when it cannot be read.
base::Result<QByteArray> burned(const QByteArray& jpeg, const PhotoMarks& marks);

}  // namespace platform
