#include "app/platform/photo_derive.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <algorithm>
#include <future>
#include <optional>
#include <span>

#include "app/platform/photo_exif.h"
#include "app/platform/photo_header.h"
#include "app/platform/photo_planes.h"
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

/// A decoded picture, upright and scaled: as the planes of the JPEG where that could be, else as
/// Qt's reader gives it.
struct Picture {
    std::optional<Planes> planes;
    QImage image;

    QSize size() const { return planes ? planes->size() : image.size(); }
};

QByteArray encoded(const QImage& image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray encoded(const Picture& picture, int quality)
{
    return picture.planes ? encodedPlanes(*picture.planes, quality)
                          : encoded(picture.image, quality);
}

/// A picture of fine gravel at a campaign's highest settings may be more than the hub takes.
QByteArray encodedWithinLimit(const Picture& picture, int quality, qsizetype exifBytes)
{
    const auto most = static_cast<qsizetype>(domain::limits::photoBytes) - exifBytes - 4;
    QByteArray jpeg = encoded(picture, quality);
    while (jpeg.size() > most && quality > lastResortQuality) {
        quality = std::max(lastResortQuality, quality - 15);
        jpeg = encoded(picture, quality);
    }
    return jpeg;
}

QByteArray thumbOf(const Picture& picture)
{
    const QSize size = fitted(picture.size(), thumbSidePx);
    if (picture.planes) return encodedPlanes(scaledPlanes(*picture.planes, size), thumbQuality);
    return encoded(picture.image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                   thumbQuality);
}

base::Result<QImage> readByQt(QImageReader& reader, QSize size)
{
    reader.setAutoTransform(true);
    reader.setScaledSize(size);
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
    return image;
}

base::Result<Picture> decoded(const QByteArray& original, QSize size)
{
    QByteArray bytes = original;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "jpeg");
    if (auto planes = decodedPlanes(original, size))
        return Picture{turnedPlanes(scaledPlanes(*planes, size), reader.transformation()), {}};
    auto image = readByQt(reader, size);
    if (!image) return tl::unexpected(image.error());
    return Picture{std::nullopt, std::move(*image)};
}

}  // namespace

base::Result<DerivedPhoto> derivePhoto(const QByteArray& original, const PhotoTask& task)
{
    const auto header = checkJpeg(
        std::as_bytes(std::span(original.constData(), static_cast<std::size_t>(original.size()))));
    if (!header) {
        return tl::unexpected(header.error());
    }
    const auto picture = decoded(original, fitted({header->widthPx, header->heightPx},
                                                  std::clamp(task.longSidePx, 640, 4096)));
    if (!picture) return tl::unexpected(picture.error());
    auto thumb = std::async(std::launch::async, [&picture] { return thumbOf(*picture); });
    const QSize size = picture->size();
    const QByteArray exif = exifFor(task, size.width(), size.height());
    const QByteArray jpeg =
        encodedWithinLimit(*picture, std::clamp(task.quality, leastQuality, 95), exif.size());
    DerivedPhoto derived{withExif(jpeg, exif), thumb.get(), size.width(), size.height()};
    if (jpeg.isEmpty() || derived.thumb.isEmpty() || exif.isEmpty()) {
        return base::fail("photo.damaged", "照片处理不了，请重新拍摄", "encode");
    }
    return derived;
}

}  // namespace platform
