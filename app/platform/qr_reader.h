#pragma once

#include <QFuture>
#include <QImage>
#include <QString>

namespace platform {

/// The text of the QR code in a picture, empty when there is none. Decodes at most some megapixels,
/// so a picture of any size costs little memory. Any thread.
QString readQr(const QString& file);
QString readQr(const QImage& picture);
/// The same on a thread of its own.
QFuture<QString> readQrAside(const QString& file);
QFuture<QString> readQrAside(const QImage& picture);

}  // namespace platform
