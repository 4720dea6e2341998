#include "app/platform/qr_reader.h"

#define ZX_USE_UTF8  // texts are UTF-8, not wide
#include <ZXing/ReadBarcode.h>

#include <QImageReader>
#include <QPromise>
#include <QThreadPool>
#include <algorithm>
#include <memory>

namespace platform {
namespace {

constexpr int longestSidePx = 2000;

template <class Picture>
QFuture<QString> readAside(const Picture& picture)
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, picture] {
        promise->addResult(readQr(picture));
        promise->finish();
    });
    return promise->future();
}

}  // namespace

QString readQr(const QString& file)
{
    QImageReader reader(file);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > longestSidePx)
        reader.setScaledSize(size.scaled(longestSidePx, longestSidePx, Qt::KeepAspectRatio));
    return readQr(reader.read());
}

QString readQr(const QImage& picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) return {};
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
    const ZXing::Result found = ZXing::ReadBarcode(view, hints);
    return found.isValid() ? QString::fromStdString(found.text()) : QString();
}

QFuture<QString> readQrAside(const QString& file)
{
    return readAside(file);
}

QFuture<QString> readQrAside(const QImage& picture)
{
    return readAside(picture);
}

}  // namespace platform
