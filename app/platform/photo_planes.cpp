#include "app/platform/photo_planes.h"

#include <turbojpeg.h>

#include <QTransform>
#include <algorithm>
#include <future>
#include <memory>

#include "app/platform/plane_scaling.h"

namespace platform {
namespace {

using Handle = std::unique_ptr<void, int (*)(tjhandle)>;

/// What the file says, as the decoder understands it.
struct Kind {
    QSize size;
    int sampling = 0;
    int colours = 0;
};

bool isGrey(const Planes& planes)
{
    return planes.blue.isNull();
}

QSize halfOf(QSize size)
{
    return {(size.width() + 1) / 2, (size.height() + 1) / 2};
}

/// The encoder reads whole samples of colour: an odd last row or column once more.
QImage evened(const QImage& luma)
{
    const QSize size(luma.width() + luma.width() % 2, luma.height() + luma.height() % 2);
    if (size == luma.size()) return luma;
    QImage even(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        const uchar* const from = luma.constScanLine(std::min(y, luma.height() - 1));
        uchar* const to = even.scanLine(y);
        std::copy_n(from, luma.width(), to);
        to[size.width() - 1] = from[luma.width() - 1];
    }
    return even;
}

/// The steps whose transforms are fast; the fine ones between them cost more than they save.
QSize decodedSize(QSize size, QSize least)
{
    for (const int part : {8, 4, 2}) {
        const tjscalingfactor step{1, part};
        const QSize scaled(TJSCALED(size.width(), step), TJSCALED(size.height(), step));
        if (scaled.width() >= least.width() && scaled.height() >= least.height()) return scaled;
    }
    return size;
}

std::optional<Kind> kindOf(tjhandle decoder, const QByteArray& jpeg)
{
    Kind kind;
    int width = 0;
    int height = 0;
    if (tjDecompressHeader3(decoder, reinterpret_cast<const unsigned char*>(jpeg.constData()),
                            static_cast<unsigned long>(jpeg.size()), &width, &height,
                            &kind.sampling, &kind.colours) != 0)
        return std::nullopt;
    kind.size = {width, height};
    const bool grey = kind.colours == TJCS_GRAY && kind.sampling == TJSAMP_GRAY;
    const bool colour = kind.colours == TJCS_YCbCr && kind.sampling != TJSAMP_GRAY;
    return grey || colour ? std::optional(kind) : std::nullopt;
}

}  // namespace

std::optional<Planes> decodedPlanes(const QByteArray& jpeg, QSize least)
{
    const Handle decoder(tjInitDecompress(), &tjDestroy);
    const auto kind = decoder ? kindOf(decoder.get(), jpeg) : std::nullopt;
    if (!kind) return std::nullopt;
    const QSize size = decodedSize(kind->size, least);
    Planes planes;
    QImage* parts[] = {&planes.luma, &planes.blue, &planes.red};
    unsigned char* rows[] = {nullptr, nullptr, nullptr};
    int strides[] = {0, 0, 0};
    for (int i = 0; i < (kind->sampling == TJSAMP_GRAY ? 1 : 3); ++i) {
        *parts[i] =
            QImage(tjPlaneWidth(i, size.width(), kind->sampling),
                   tjPlaneHeight(i, size.height(), kind->sampling), QImage::Format_Grayscale8);
        if (parts[i]->isNull()) return std::nullopt;
        parts[i]->fill(i == 0 ? 0 : 128);
        rows[i] = parts[i]->bits();
        strides[i] = static_cast<int>(parts[i]->bytesPerLine());
    }
    const int failed = tjDecompressToYUVPlanes(
        decoder.get(), reinterpret_cast<const unsigned char*>(jpeg.constData()),
        static_cast<unsigned long>(jpeg.size()), rows, size.width(), strides, size.height(), 0);
    // A warning is a picture all the same: cameras leave stray bytes between the markers.
    if (failed != 0 && tjGetErrorCode(decoder.get()) != TJERR_WARNING) return std::nullopt;
    // A plane is as wide as whole samples of colour need.
    if (planes.luma.size() != size) planes.luma = planes.luma.copy(QRect(QPoint(0, 0), size));
    return planes;
}

Planes scaledPlanes(const Planes& planes, QSize size)
{
    if (isGrey(planes)) return {scaledPlane(planes.luma, size), {}, {}};
    auto colour = std::async(std::launch::async, [&] {
        return std::pair(scaledPlane(planes.blue, halfOf(size)),
                         scaledPlane(planes.red, halfOf(size)));
    });
    Planes scaled;
    scaled.luma = scaledPlane(planes.luma, size);
    std::tie(scaled.blue, scaled.red) = colour.get();
    return scaled;
}

Planes turnedPlanes(const Planes& planes, QImageIOHandler::Transformations turn)
{
    const auto turned = [turn](const QImage& plane) {
        const QImage mirrored = plane.mirrored(turn & QImageIOHandler::TransformationMirror,
                                               turn & QImageIOHandler::TransformationFlip);
        return turn & QImageIOHandler::TransformationRotate90
                   ? mirrored.transformed(QTransform().rotate(90))
                   : mirrored;
    };
    if (turn == QImageIOHandler::TransformationNone) return planes;
    if (isGrey(planes)) return {turned(planes.luma), {}, {}};
    return {turned(planes.luma), turned(planes.blue), turned(planes.red)};
}

QByteArray encodedPlanes(const Planes& planes, int quality)
{
    const Handle encoder(tjInitCompress(), &tjDestroy);
    const QImage luma = isGrey(planes) ? planes.luma : evened(planes.luma);
    const unsigned char* rows[] = {luma.constBits(), planes.blue.constBits(),
                                   planes.red.constBits()};
    const int strides[] = {static_cast<int>(luma.bytesPerLine()),
                           static_cast<int>(planes.blue.bytesPerLine()),
                           static_cast<int>(planes.red.bytesPerLine())};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const bool done =
        encoder &&
        tjCompressFromYUVPlanes(encoder.get(), rows, planes.luma.width(), strides,
                                planes.luma.height(), isGrey(planes) ? TJSAMP_GRAY : TJSAMP_420,
                                &bytes, &size, quality, TJFLAG_ACCURATEDCT) == 0;
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owner(bytes, &tjFree);
    return done ? QByteArray(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size))
                : QByteArray();
}

}  // namespace platform
