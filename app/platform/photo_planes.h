#pragma once

#include <QByteArray>
#include <QImage>
#include <QImageIOHandler>
#include <QSize>
#include <optional>

namespace platform {

/// A picture as a JPEG holds it: brightness, and two planes of colour of half its width and height
/// (null for a grey picture). Each plane is a QImage::Format_Grayscale8.
struct Planes {
    QImage luma;
    QImage blue;
    QImage red;

    QSize size() const { return luma.size(); }
};

/// Decodes without ever making RGB of it, scaled by the decoder itself to the smallest of its steps
/// that is not below `least`. Requires what checkJpeg accepts.
///
/// None for what is not stored this way (RGB, uncommon sampling) and where the decoder gives up:
/// Qt's reader then has the word.
std::optional<Planes> decodedPlanes(const QByteArray& jpeg, QSize least);

/// Averages areas, plane by plane; colour comes out at half of `size` whatever it was.
Planes scaledPlanes(const Planes& planes, QSize size);

/// Turned as an EXIF orientation asks.
Planes turnedPlanes(const Planes& planes, QImageIOHandler::Transformations turn);

/// Empty when there is no memory for it.
QByteArray encodedPlanes(const Planes& planes, int quality);

}  // namespace platform
