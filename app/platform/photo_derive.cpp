#include "app/platform/photo_derive.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <algorithm>
#include <future>
#include <span>

#include "app/platform/photo_exif.h"
#include "app/platform/photo_header.h"
#include "core/domain/limits.h"

namespace platform {
namespace {

constexpr int thumbSidePx = 320;
constexpr int thumbQuality = 70;
constexpr int leastQuality = 50;  // that a campaign may ask for
constexpr int lastResortQuality = 20;

QSize fitted(QSize size, int longSidePx)
{
    return std::max(size.width(), size.height()) <= longSidePx
               ? size
               : size.scaled(longSidePx, longSidePx, Qt::KeepAspectRatio).expandedTo({1, 1});
}

QByteArray encoded(const QImage& image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

/// A picture of fine gravel at a campaign's highest settings may be more than the hub takes.
QByteArray encodedWithinLimit(const QImage& image, int quality, qsizetype exifBytes)
{
    const auto most = static_cast<qsizetype>(domain::limits::photoBytes) - exifBytes - 4;
    QByteArray jpeg = encoded(image, quality);
    while (jpeg.size() > most && quality > lastResortQuality) {
        quality = std::max(lastResortQuality, quality - 15);
        jpeg = encoded(image, quality);
    }
    return jpeg;
}

}  // namespace

base::Result<DerivedPhoto> derivePhoto(const QByteArray& original, const PhotoTask& task)
{
    const auto header = checkJpeg(
        std::as_bytes(std::span(original.constData(), static_cast<std::size_t>(original.size()))));
    if (!header) {
        return tl::unexpected(header.error());
    }
    QByteArray bytes = original;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "jpeg");
    reader.setAutoTransform(true);
    reader.setScaledSize(
        fitted({header->widthPx, header->heightPx}, std::clamp(task.longSidePx, 640, 4096)));
    QImage image;
    if (!reader.read(&image)) {
        return base::fail("photo.damaged", "照片已损坏，读不出来，请重新拍摄或另选一张",
                          reader.errorString().toStdString());
    }
    if (image.format() != QImage::Format_RGB32 && image.format() != QImage::Format_Grayscale8) {
        image = image.convertToFormat(QImage::Format_RGB32);
    }
    for (const QString& key : image.textKeys()) {
        image.setText(key,
                      QString());  // the writer would put the original's comments into our file
    }
    auto thumb = std::async(std::launch::async, [&image] {
        return encoded(image.scaled(fitted(image.size(), thumbSidePx), Qt::IgnoreAspectRatio,
                                    Qt::SmoothTransformation),
                       thumbQuality);
    });
    const QByteArray exif = exifFor(task, image.width(), image.height());
    const QByteArray jpeg =
        encodedWithinLimit(image, std::clamp(task.quality, leastQuality, 95), exif.size());
    DerivedPhoto derived{withExif(jpeg, exif), thumb.get(), image.width(), image.height()};
    if (jpeg.isEmpty() || derived.thumb.isEmpty() || exif.isEmpty()) {
        return base::fail("photo.damaged", "照片处理不了，请重新拍摄", "encode");
    }
    return derived;
}

}  // namespace platform
