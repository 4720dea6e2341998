#include "app/platform/photo_marks.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <catch2/catch.hpp>

#include "app/platform/photo_derive.h"
#include "tests/app/platform/exif_reading.h"
#include "tests/app/qt_application.h"

using platform::PhotoMarks;

namespace {

const QColor ground(90, 120, 60);
const std::vector<std::string> lines = {"东阳市美丽办·生活垃圾分类考核评分表·2026 年 11 月",
                                        "六石街道 石洞坑村 LJ07", "2026-11-23 09:32:15（北京时间）",
                                        "E120.236028 N29.258053 ±8m（WGS-84）",
                                        "张三  照片 4567CDEF"};

QImage marked(QSize size, const PhotoMarks& marks)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    platform::paintMarks(painter, size, marks);
    return image;
}

/// The smallest box around everything that is not the ground.
QRect touched(const QImage& image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != ground) box |= QRect(x, y, 1, 1);
    return box;
}

}  // namespace

TEST_CASE("A watermark is readable at 1600 px and leaves the middle of the picture free", "[marks]")
{
    support::qtApplication();
    for (const QSize size : {QSize(1600, 1200), QSize(1200, 1600)}) {
        const QRect box = touched(marked(size, {{}, lines}));
        INFO(size.width() << " " << box.width() << "x" << box.height());
        CHECK(box.height() / 5 >= 24);  // of a line: some 20 px of a character's height
        CHECK(box.right() < size.width() * 0.7);
        CHECK(box.top() > size.height() * 0.75);
        CHECK(box.left() > 0);
        CHECK(box.bottom() < size.height() - 1);
    }
}

TEST_CASE("Shapes stand where they were drawn, at any size of the picture", "[marks]")
{
    support::qtApplication();
    const domain::Shape circle{domain::ShapeKind::circle, 2000, 2000, 6000, 8000, ""};
    for (const QSize size : {QSize(1600, 1200), QSize(320, 240)}) {
        const QRect box = touched(marked(size, {{circle}, {}}));
        CHECK(box.left() == Approx(size.width() * 0.2).margin(size.width() * 0.02));
        CHECK(box.right() == Approx(size.width() * 0.6).margin(size.width() * 0.02));
        CHECK(box.top() == Approx(size.height() * 0.2).margin(size.height() * 0.02));
        CHECK(box.bottom() == Approx(size.height() * 0.8).margin(size.height() * 0.02));
    }
    const domain::Shape arrow{domain::ShapeKind::arrow, 1000, 1000, 5000, 5000, ""};
    const QImage pointed = marked({1600, 1200}, {{arrow}, {}});
    CHECK(pointed.pixelColor(800, 600).red() > 200);  // its point
}

TEST_CASE("Words at the edge are moved into the picture", "[marks]")
{
    support::qtApplication();
    const domain::Shape words{domain::ShapeKind::text, 9900, 9900, 9900, 9900,
                              "桶脏、满溢，垃圾落地"};
    const QRect box = touched(marked({1600, 1200}, {{words}, {}}));
    CHECK(box.width() > 300);
    CHECK(box.left() > 900);
    CHECK(box.top() > 1100);
}

TEST_CASE("Burning in makes a second picture that keeps the EXIF of the first", "[marks]")
{
    support::qtApplication();
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(ground);
    QByteArray original;
    QBuffer buffer(&original);
    REQUIRE(image.save(&buffer, "jpeg", 90));
    platform::PhotoTask task;
    task.id = {"0192d3c4-aaaa-7bbb-8ccc-0123456789ab"};
    task.fix =
        base::Fix{{29.258053, 120.236028}, 8, base::PositionSource::device, 0, {}, {}, false};
    task.deviceName = "XC-07";
    const auto derived = platform::derivePhoto(original, task);
    REQUIRE(derived);
    const auto burned = platform::burned(derived->jpeg, {{}, lines});
    REQUIRE(burned);
    const support::ExifReading exif(*burned);
    CHECK(exif.degrees(EXIF_TAG_GPS_LATITUDE) == Approx(29.258053).margin(0.0000001));
    CHECK(exif.text(EXIF_IFD_0, EXIF_TAG_MODEL) == "XC-07");
    CHECK(QImage::fromData(*burned).size() == image.size());
    CHECK(platform::burned("no photo", {}).error().code == "photo.damaged");
}
