#pragma once

#include <QImage>
#include <QSize>

namespace platform {

/// A plane (QImage::Format_Grayscale8) in another size: each sample is the mean of the area it
/// stands for. Equal sizes share the bytes. Requires neither size to be empty.
QImage scaledPlane(const QImage& plane, QSize size);

}  // namespace platform
