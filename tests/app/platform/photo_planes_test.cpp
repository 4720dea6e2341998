#include "app/platform/photo_planes.h"

#include <turbojpeg.h>

#include <QImage>
#include <QPainter>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/platform/photo_derive.h"
#include "app/platform/plane_scaling.h"
#include "tests/app/qt_application.h"

namespace {

/// Four corners of four colours and a grey middle, of odd sides, so that nothing divides evenly.
QImage picture()
{
    QImage image(1233, 821, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(image.rect(), Qt::lightGray);
    painter.fillRect(0, 0, 400, 270, QColor(200, 40, 30));
    painter.fillRect(833, 0, 400, 270, QColor(30, 180, 60));
    painter.fillRect(0, 551, 400, 270, QColor(40, 60, 200));
    painter.fillRect(833, 551, 400, 270, Qt::black);
    return image;
}

QByteArray jpegOf(const QImage& image, TJSAMP sampling)
{
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    tjhandle encoder = tjInitCompress();
    REQUIRE(tjCompress2(encoder, image.constBits(), image.width(),
                        static_cast<int>(image.bytesPerLine()), image.height(), TJPF_BGRX, &bytes,
                        &size, sampling, 92, 0) == 0);
    const QByteArray jpeg(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    tjDestroy(encoder);
    return jpeg;
}

int distance(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
           std::abs(qBlue(a) - qBlue(b));
}

/// In the middle of each patch, and beside its edges.
void checkLooksLike(const QImage& derived, const QImage& original)
{
    for (const QPointF at :
         {QPointF(.16, .16), QPointF(.84, .16), QPointF(.16, .84), QPointF(.84, .84),
          QPointF(.5, .5), QPointF(.31, .16), QPointF(.34, .16), QPointF(.5, .31),
          QPointF(.999, .999), QPointF(0, .5)}) {
        const auto pixel = [&](const QImage& image) {
            return image.pixel(static_cast<int>(at.x() * image.width()),
                               static_cast<int>(at.y() * image.height()));
        };
        INFO(at.x() << " " << at.y());
        CHECK(distance(pixel(derived), pixel(original)) < 24);
    }
}

}  // namespace

TEST_CASE("Colours stay where and what they were, however a camera samples them", "[photo]")
{
    support::qtApplication();
    for (const TJSAMP sampling :
         {TJSAMP_444, TJSAMP_422, TJSAMP_420, TJSAMP_440, TJSAMP_411, TJSAMP_GRAY}) {
        const QByteArray jpeg = jpegOf(picture(), sampling);
        const QImage original = QImage::fromData(jpeg);
        for (const int longSide : {640, 1000, 4096}) {
            INFO("sampling " << sampling << ", long side " << longSide);
            platform::PhotoTask task;
            task.id = {"0192d3c4-aaaa-7bbb-8ccc-0123456789ab"};
            task.longSidePx = longSide;
            const auto derived = platform::derivePhoto(jpeg, task);
            REQUIRE(derived);
            const QImage read = QImage::fromData(derived->jpeg);
            CHECK(read.size() == QSize(derived->widthPx, derived->heightPx));
            CHECK(read.width() == std::min(longSide, original.width()));
            CHECK(read.isGrayscale() == (sampling == TJSAMP_GRAY));
            checkLooksLike(read, original);
            checkLooksLike(QImage::fromData(derived->thumb), original);
        }
    }
}

TEST_CASE("A plane that is made smaller keeps its brightness, to the last row and column",
          "[photo]")
{
    for (const QSize from : {QSize(100, 100), QSize(1633, 411), QSize(4096, 3)}) {
        QImage plane(from, QImage::Format_Grayscale8);
        plane.fill(201);
        for (const QSize to : {QSize(1, 1), QSize(99, 73), QSize(320, 3), from}) {
            INFO(from.width() << "x" << from.height() << " to " << to.width() << "x"
                              << to.height());
            const QImage scaled = platform::scaledPlane(plane, to);
            REQUIRE(scaled.size() == to);
            CHECK(qGray(scaled.pixel(0, 0)) == 201);
            CHECK(qGray(scaled.pixel(to.width() - 1, to.height() - 1)) == 201);
        }
    }
}
