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

}  // namespace

QString readQr(const QString& file)
{
    QImageReader reader(file);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > longestSidePx)
        reader.setScaledSize(size.scaled(longestSidePx, longestSidePx, Qt::KeepAspectRatio));
    const QImage picture = reader.read().convertToFormat(QImage::Format_Grayscale8);
    if (picture.isNull()) return {};
    const ZXing::ImageView view(picture.constBits(), picture.width(), picture.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(picture.bytesPerLine()));
    const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
    const ZXing::Result found = ZXing::ReadBarcode(view, hints);
    return found.isValid() ? QString::fromStdString(found.text()) : QString();
}

QFuture<QString> readQrAside(const QString& file)
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, file] {
        promise->addResult(readQr(file));
        promise->finish();
    });
    return promise->future();
}

}  // namespace platform
