#include <QImage>
#include <QTransform>
#include <catch2/catch.hpp>

#include "app/platform/qr_reader.h"
#include "tests/app/qr_picture.h"
#include "tests/support/temporary_folder.h"

namespace {
const std::string enrolText = "xuncun://enrol?hub=https%3A%2F%2Fhub.example&code=7KQM-2D8X-RWT4";
}  // namespace

TEST_CASE("A QR code is read from a picture file, also from a large photo that is not straight")
{
    const support::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "qr.png");
    SECTION("as it was made")
    {
        REQUIRE(support::qrPicture(enrolText, 300).save(file));
    }
    SECTION("small in a large turned photo")
    {
        const QImage turned =
            support::qrPicture(enrolText, 900).transformed(QTransform().rotate(12));
        QImage photo(4000, 3000, QImage::Format_RGB32);
        photo.fill(Qt::lightGray);
        for (int y = 0; y < turned.height(); ++y)
            for (int x = 0; x < turned.width(); ++x)
                if (qAlpha(turned.pixel(x, y)) == 255)
                    photo.setPixel(1200 + x, 800 + y, turned.pixel(x, y));
        REQUIRE(photo.save(file));
    }
    CHECK(platform::readQr(file).toStdString() == enrolText);
}

TEST_CASE("A picture without a QR code, no picture and no file give nothing")
{
    const support::TemporaryFolder folder;
    const QString file = QString::fromStdString(folder / "blank.png");
    QImage blank(200, 200, QImage::Format_RGB32);
    blank.fill(Qt::white);
    REQUIRE(blank.save(file));
    CHECK(platform::readQr(file).isEmpty());
    CHECK(platform::readQr(QString::fromStdString(folder / "none.png")).isEmpty());
    CHECK(platform::readQr(QStringLiteral("/proc/self/exe")).isEmpty());
}
