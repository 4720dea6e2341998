#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>

#include "app/platform/photo_derive.h"
#include "app/platform/photo_processor.h"
#include "core/domain/limits.h"
#include "tests/app/platform/exif_reading.h"
#include "tests/app/qt_application.h"

// Pictures that somebody made to break the app, or that a broken camera gave.

namespace {

platform::PhotoTask aTask(const QString& file = {})
{
    platform::PhotoTask task;
    task.file = file;
    task.id = {"0192d3c4-aaaa-7bbb-8ccc-0123456789ab"};
    task.inspection = {"0192d3c4-1111-7222-8333-0123456789ab"};
    task.clocks.wallMs = 1'798'761'599'250;
    task.deviceName = "XC-07";
    return task;
}

QByteArray jpegOf(QSize size, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(size, format);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(image.save(&buffer, "jpeg", 60));
    return bytes;
}

QByteArray number(quint64 value, int bytes)
{
    QByteArray text;
    for (int i = 0; i < bytes; ++i) text.append(static_cast<char>(value >> (8 * i)));
    return text;
}

/// A JPEG with this EXIF: little-endian header, then the bytes of a first directory.
QByteArray withDirectory(const QByteArray& directory)
{
    const QByteArray jpeg = jpegOf({400, 300});
    const QByteArray exif = QByteArray("Exif\0\0II*\0", 10) + number(8, 4) + directory;
    const auto length = static_cast<int>(exif.size()) + 2;
    return jpeg.left(2) + QByteArray("\xff\xe1", 2) + static_cast<char>(length >> 8) +
           static_cast<char>(length & 0xff) + exif + jpeg.mid(2);
}

QByteArray entry(quint64 tag, quint64 type, quint64 count, quint64 value)
{
    return number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4);
}

constexpr quint64 orientation = 0x0112;
constexpr quint64 exifDirectory = 0x8769;

}  // namespace

TEST_CASE("EXIF bombs are taken as a photo without EXIF, at once, and do not go on with it",
          "[hostile]")
{
    support::qtApplication();
    const std::pair<const char*, QByteArray> bombs[] = {
        {"a directory of 65,535 entries that are not there",
         number(0xffff, 2) + entry(orientation, 3, 1, 6)},
        {"a value of four billion items", number(1, 2) + entry(orientation, 3, 0xffffffff, 8)},
        {"a value beyond the end", number(1, 2) + entry(0x010f, 2, 60'000, 0xfffffff0)},
        {"a directory that is its own next",
         number(1, 2) + entry(orientation, 3, 1, 1) + number(8, 4)},
        {"a directory inside itself", number(1, 2) + entry(exifDirectory, 4, 1, 8) + number(8, 4)},
        {"an unknown orientation", number(1, 2) + entry(orientation, 3, 1, 4711) + number(0, 4)},
        {"60 KB of nothing", number(0, 2) + QByteArray(60'000, '\0')},
        {"no directory at all", {}}};
    for (const auto& [what, directory] : bombs) {
        INFO(what);
        const auto derived = platform::derivePhoto(withDirectory(directory), aTask());
        REQUIRE(derived);
        CHECK(derived->widthPx * derived->heightPx == 400 * 300);
        CHECK(support::ExifReading(derived->jpeg).text(EXIF_IFD_0, EXIF_TAG_MODEL) == "XC-07");
        CHECK(derived->jpeg.size() < 30'000);
    }
}

TEST_CASE("Many segments before the picture are walked, and a length that lies is damage",
          "[hostile]")
{
    support::qtApplication();
    const QByteArray jpeg = jpegOf({400, 300});
    QByteArray segments;
    for (int i = 0; i < 20'000; ++i) segments += QByteArray("\xff\xfe\x00\x02", 4);
    CHECK(platform::derivePhoto(jpeg.left(2) + segments + jpeg.mid(2), aTask()));
    const QByteArray lie = jpeg.left(2) + QByteArray("\xff\xfe\xff\xff", 4) + jpeg.mid(2);
    const auto refused = platform::derivePhoto(lie, aTask());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "photo.damaged");
}

TEST_CASE("A picture that would be gone over again and again is refused unread", "[hostile]")
{
    support::qtApplication();
    const QByteArray jpeg = jpegOf({400, 300});
    const qsizetype scan = jpeg.indexOf("\xff\xda");
    const QByteArray again = jpeg.mid(scan, jpeg.size() - 2 - scan);
    QByteArray bomb = jpeg.left(jpeg.size() - 2);
    for (int i = 0; i < 1000; ++i) bomb += again;
    const auto refused = platform::derivePhoto(bomb + QByteArray("\xff\xd9", 2), aTask());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "photo.damaged");
    CHECK(refused.error().where == "scans");
}

TEST_CASE("A picture of one colour that would unpack to 100 million pixels is refused unread",
          "[hostile]")
{
    support::qtApplication();
    const auto codeOf = [](QSize size) {
        const auto derived =
            platform::derivePhoto(jpegOf(size, QImage::Format_Grayscale8), aTask());
        return derived ? "taken" : derived.error().code;
    };
    CHECK(codeOf({10'000, 10'000}) == "photo.huge");
    CHECK(codeOf({30'000, 101}) == "taken");  // a long strip within the limit
    CHECK(codeOf({101, 30'000}) == "taken");
}

TEST_CASE("Files that are no JPEG, whatever their name says, are refused in words and stay",
          "[hostile]")
{
    support::qtApplication();
    QTemporaryDir folder;
    platform::PhotoProcessor processor(folder.filePath(QStringLiteral("media")));
    const auto codeOf = [&](const QByteArray& bytes) {
        const QString path = folder.filePath(QStringLiteral("a.jpg"));
        std::ofstream(path.toStdString(), std::ios::binary | std::ios::trunc)
            .write(bytes.constData(), bytes.size());
        platform::PhotoTask task = aTask(path);
        auto future = processor.process(task);
        future.waitForFinished();
        CHECK((future.result() || QFile::exists(path)));
        CHECK((future.result() || !future.result().error().message.empty()));
        return future.result() ? "taken" : future.result().error().code;
    };
    QImage image(300, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (const char* format : {"png", "bmp", "ppm"}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        REQUIRE(image.save(&buffer, format));
        INFO(format);
        CHECK(codeOf(bytes) == "photo.not_jpeg");
    }
    CHECK(codeOf("<svg xmlns='http://www.w3.org/2000/svg'/>") == "photo.not_jpeg");
    CHECK(codeOf({}) == "photo.not_jpeg");
    CHECK(codeOf(QByteArray(61 * 1024 * 1024, '\xff')) == "photo.huge");
    CHECK(codeOf(jpegOf({300, 300})) == "taken");
}

TEST_CASE(
    "A picture that is all noise becomes no larger than the hub takes, whatever the campaign "
    "wants",
    "[hostile]")
{
    support::qtApplication();
    QImage noise(4096, 3072, QImage::Format_RGB32);
    std::uint32_t state = 1;
    for (int y = 0; y < noise.height(); ++y)
        for (int x = 0; x < noise.width(); ++x)
            noise.setPixel(x, y, static_cast<QRgb>(state = state * 1'664'525 + 1'013'904'223));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(noise.save(&buffer, "jpeg", 95));
    platform::PhotoTask task = aTask();
    task.longSidePx = 4096;
    task.quality = 95;
    const auto derived = platform::derivePhoto(bytes, task);
    REQUIRE(derived);
    CHECK(derived->jpeg.size() <= static_cast<qsizetype>(domain::limits::photoBytes));
    CHECK(derived->thumb.size() <= static_cast<qsizetype>(domain::limits::thumbnailBytes));
}
