#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <catch2/catch.hpp>
#include <map>

#include "app/platform/photo_derive.h"
#include "app/platform/photo_processor.h"
#include "core/crypto/hash.h"
#include "core/store/media.h"
#include "tests/app/platform/exif_reading.h"
#include "tests/app/qt_application.h"
#include "tests/paths.h"
#include "tests/support/shared_data.h"

using platform::PhotoFile;
using platform::PhotoTask;
using platform::ProcessedPhoto;

namespace {

QString photosFolder()
{
    return QString::fromUtf8(XUNCUN_SHARED_DATA) + QStringLiteral("/photos/");
}

PhotoTask aTask(const QString& file)
{
    PhotoTask task;
    task.file = file;
    task.id = {"0192d3c4-aaaa-7bbb-8ccc-0123456789ab"};
    task.inspection = {"0192d3c4-1111-7222-8333-0123456789ab"};
    task.clocks.wallMs = 1'798'761'599'250;  // 2027-01-01 07:59:59.250 in Dongyang
    task.fix = base::Fix{{29.258053, 120.236028},
                         8.25,
                         base::PositionSource::receiver,
                         0,
                         1'798'761'598'000,
                         11,
                         false};
    task.directionDeg = 271.5;
    task.deviceName = "XC-07";
    return task;
}

base::Result<ProcessedPhoto> process(platform::PhotoProcessor& processor, const PhotoTask& task)
{
    auto future = processor.process(task);
    future.waitForFinished();
    return future.result();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

int filesUnder(const QString& folder)
{
    int count = 0;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();
         it.next()) {
        ++count;
    }
    return count;
}

std::string hashOf(const QByteArray& bytes)
{
    return crypto::sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

QByteArray jpegOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(image.save(&buffer, "jpeg", 90));
    return bytes;
}

QByteArray plainJpeg(int width = 800, int height = 600)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    return jpegOf(image);
}

std::string codeOf(const QByteArray& bytes)
{
    const auto derived = platform::derivePhoto(bytes, aTask({}));
    return derived ? "taken" : derived.error().code;
}

/// How much two pictures differ, seen from afar: sum of differences of grey over 12 x 9 patches.
int difference(const QImage& a, const QImage& b)
{
    const auto patches = [](const QImage& image) {
        return image.convertToFormat(QImage::Format_Grayscale8)
            .scaled(12, 9, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage one = patches(a);
    const QImage other = patches(b);
    int sum = 0;
    for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 12; ++x) {
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
        }
    }
    return sum;
}

/// The picture as a viewer shows it that knows nothing of EXIF.
QImage asStored(QByteArray jpeg)
{
    QBuffer buffer(&jpeg);
    QImageReader reader(&buffer);
    reader.setAutoTransform(false);
    return reader.read();
}

}  // namespace

TEST_CASE("Every real photo is taken whole, or refused with a clear word", "[photo]")
{
    support::qtApplication();
    if (support::sharedDataMissing("photos")) {
        return;
    }
    const std::map<QString, std::string> refusals = {
        {QStringLiteral("corrupted.jpg"), "photo.damaged"},
        {QStringLiteral("invalid_2.jpg"), "photo.tiny"},
    };
    QTemporaryDir media;
    platform::PhotoProcessor processor(media.path());
    const QStringList names =
        QDir(photosFolder()).entryList({QStringLiteral("*.jpg")}, QDir::Files);
    REQUIRE(names.size() >= 14);
    for (const QString& name : names) {
        INFO(name.toStdString());
        const int before = filesUnder(media.path());
        const auto photo = process(processor, aTask(photosFolder() + name));
        if (const auto refusal = refusals.find(name); refusal != refusals.end()) {
            REQUIRE_FALSE(photo);
            CHECK(photo.error().code == refusal->second);
            CHECK_FALSE(photo.error().message.empty());
            CHECK(photo.error().where.find(name.toStdString()) == 0);
            CHECK(filesUnder(media.path()) == before);
            continue;
        }
        if (!photo) {
            FAIL_CHECK(photo.error().code << " " << photo.error().where);
            continue;
        }
        const QByteArray kept =
            contentOf(platform::mediaPath(media.path(), photo->sha256, PhotoFile::photo));
        CHECK(hashOf(kept) == photo->sha256.value);
        CHECK(kept.size() == photo->bytes);
        const QByteArray original = contentOf(photosFolder() + name);
        CHECK(photo->originalSha256.value == hashOf(original));
        CHECK(contentOf(platform::mediaPath(media.path(), photo->originalSha256,
                                            PhotoFile::original)) == original);
        const QImage image = QImage::fromData(kept);
        CHECK(image.size() == QSize(photo->widthPx, photo->heightPx));
        CHECK(std::max(photo->widthPx, photo->heightPx) <= 1600);
        const QImage thumb(platform::mediaPath(media.path(), photo->thumbSha256, PhotoFile::thumb));
        CHECK(std::max(thumb.width(), thumb.height()) <= 320);
        CHECK(photo->thumbBytes < 128 * 1024);
        CHECK(filesUnder(media.path()) == before + 3);
    }
}

TEST_CASE("Photos taken in any position come out upright", "[photo]")
{
    support::qtApplication();
    if (support::sharedDataMissing("photos")) {
        return;
    }
    const QImage reference(photosFolder() + QStringLiteral("orientation_landscape_1.jpg"));
    for (const int orientation : {1, 3, 6, 8}) {
        INFO(orientation);
        const QString file =
            photosFolder() + QStringLiteral("orientation_landscape_%1.jpg").arg(orientation);
        const auto derived = platform::derivePhoto(contentOf(file), aTask(file));
        REQUIRE(derived);
        CHECK(derived->widthPx == 600);
        CHECK(derived->heightPx == 450);
        const QImage image = asStored(derived->jpeg);
        const int upright = difference(image, reference);
        CHECK(upright < difference(image.mirrored(true, true), reference) / 2);
        CHECK(upright < difference(image.mirrored(true, false), reference) / 2);
        CHECK(upright < difference(image.mirrored(false, true), reference) / 2);
    }
    const QString portrait = photosFolder() + QStringLiteral("orientation_portrait_6.jpg");
    const auto derived = platform::derivePhoto(contentOf(portrait), aTask(portrait));
    REQUIRE(derived);
    CHECK(derived->heightPx == 600);
    CHECK(derived->widthPx == 450);
}

TEST_CASE(
    "A kept photo tells where, when and by what it was taken, and nothing of what the file said "
    "before",
    "[photo]")
{
    support::qtApplication();
    if (support::sharedDataMissing("photos")) {
        return;
    }
    const QString file = photosFolder() + QStringLiteral("gps_1.jpg");
    const auto derived = platform::derivePhoto(contentOf(file), aTask(file));
    REQUIRE(derived);
    const support::ExifReading exif(derived->jpeg);
    CHECK(exif.degrees(EXIF_TAG_GPS_LATITUDE) == Approx(29.258053).margin(0.0000001));
    CHECK(exif.degrees(EXIF_TAG_GPS_LONGITUDE) == Approx(120.236028).margin(0.0000001));
    CHECK(exif.text(EXIF_IFD_GPS, EXIF_TAG_GPS_LATITUDE_REF) == "N");
    CHECK(exif.text(EXIF_IFD_GPS, EXIF_TAG_GPS_MAP_DATUM) == "WGS-84");
    CHECK(exif.rational(EXIF_TAG_GPS_H_POSITIONING_ERROR) == Approx(8.25));
    CHECK(exif.rational(EXIF_TAG_GPS_IMG_DIRECTION) == Approx(271.5));
    CHECK(exif.text(EXIF_IFD_GPS, EXIF_TAG_GPS_IMG_DIRECTION_REF) == "M");
    CHECK(exif.text(EXIF_IFD_GPS, EXIF_TAG_GPS_DATE_STAMP) == "2026:12:31");
    CHECK(exif.text(EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL) == "2027:01:01 07:59:59");
    CHECK(exif.text(EXIF_IFD_EXIF, EXIF_TAG_OFFSET_TIME_ORIGINAL) == "+08:00");
    CHECK(exif.text(EXIF_IFD_EXIF, EXIF_TAG_SUB_SEC_TIME_ORIGINAL) == "250");
    CHECK(exif.text(EXIF_IFD_EXIF, EXIF_TAG_IMAGE_UNIQUE_ID) == "0192d3c4aaaa7bbb8ccc0123456789ab");
    CHECK(exif.text(EXIF_IFD_0, EXIF_TAG_IMAGE_DESCRIPTION) ==
          "xuncun inspection 0192d3c4-1111-7222-8333-0123456789ab");
    CHECK(exif.text(EXIF_IFD_0, EXIF_TAG_MODEL) == "XC-07");
    CHECK_FALSE(derived->jpeg.contains("NIKON"));

    PhotoTask nowhere = aTask(file);
    nowhere.fix.reset();
    const auto without = platform::derivePhoto(contentOf(file), nowhere);
    REQUIRE(without);
    const support::ExifReading unplaced(without->jpeg);
    CHECK(unplaced.text(EXIF_IFD_GPS, EXIF_TAG_GPS_LATITUDE_REF).empty());
    CHECK(unplaced.rational(EXIF_TAG_GPS_IMG_DIRECTION) == Approx(271.5));  // known without a place
}

TEST_CASE("A file that is no usable photo is refused before it is decoded", "[photo]")
{
    support::qtApplication();
    const QByteArray good = plainJpeg();
    CHECK(codeOf(good) == "taken");
    CHECK(codeOf({}) == "photo.not_jpeg");
    CHECK(codeOf("\x89PNG\r\n\x1a\n and so on") == "photo.not_jpeg");
    CHECK(codeOf(good.left(good.size() / 2)) == "photo.damaged");
    CHECK(codeOf(good.left(good.size() - 2)) == "photo.damaged");
    CHECK(codeOf(good.left(20)) == "photo.damaged");
    CHECK(codeOf("\xff\xd8\xff\xd9") == "photo.damaged");
    CHECK(codeOf(plainJpeg(99, 600)) == "photo.tiny");
    CHECK(codeOf(plainJpeg(100, 100)) == "taken");

    const qsizetype frame = good.indexOf("\xff\xc0");
    REQUIRE(frame > 0);
    QByteArray huge = good;
    huge.replace(frame + 5, 4, QByteArray("\x27\x10\x27\x10"));  // 10,000 x 10,000
    CHECK(codeOf(huge) == "photo.huge");
    QByteArray cmyk = good;
    cmyk[frame + 9] = 4;
    CHECK(codeOf(cmyk) == "photo.cmyk");
}

TEST_CASE("Any cut and any broken byte of a photo is survived", "[photo]")
{
    support::qtApplication();
    const QByteArray good = plainJpeg(160, 120);
    for (qsizetype length = 0; length < good.size(); length += 7) {
        CHECK(codeOf(good.left(length)) != "taken");
    }
    for (qsizetype at = 2; at < good.size(); at += 3) {
        QByteArray broken = good;
        broken[at] = static_cast<char>(broken[at] ^ 0x5A);
        CHECK_FALSE(codeOf(broken).empty());
    }
}

TEST_CASE("A disk that refuses keeps nothing and says so", "[photo]")
{
    support::qtApplication();
    QTemporaryDir folder;
    QFile source(folder.filePath(QStringLiteral("a.jpg")));
    REQUIRE(source.open(QIODevice::WriteOnly));
    source.write(plainJpeg());
    source.close();
    QFile inTheWay(folder.filePath(QStringLiteral("media")));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));

    platform::PhotoProcessor processor(inTheWay.fileName());
    PhotoTask task = aTask(source.fileName());
    const auto photo = process(processor, task);
    REQUIRE_FALSE(photo);
    CHECK(photo.error().code == "photo.disk");
    CHECK(QFile::exists(source.fileName()));
}

TEST_CASE("The same photo twice is one file, and the camera's own file stays", "[photo]")
{
    support::qtApplication();
    QTemporaryDir folder;
    const QString shot = folder.filePath(QStringLiteral("shot.jpg"));
    platform::PhotoProcessor processor(folder.filePath(QStringLiteral("media")));
    ProcessedPhoto first;
    for (int round = 0; round < 2; ++round) {
        QFile source(shot);
        REQUIRE(source.open(QIODevice::WriteOnly));
        source.write(plainJpeg());
        source.close();
        PhotoTask task = aTask(shot);
        const auto photo = process(processor, task);
        REQUIRE(photo);
        CHECK(QFile::exists(shot));
        CHECK((round == 0 || photo->sha256 == first.sha256));
        first = *photo;
    }
    CHECK(filesUnder(folder.path()) == 4);
}

TEST_CASE("The shell and the store name a photo's files alike", "[photo]")
{
    const domain::Sha256 hash{std::string(64, 'c')};
    const std::pair<PhotoFile, store::MediaKind> kinds[] = {
        {PhotoFile::photo, store::MediaKind::photo},
        {PhotoFile::thumb, store::MediaKind::thumb},
        {PhotoFile::original, store::MediaKind::original}};
    for (const auto& [file, kind] : kinds) {
        CHECK(platform::mediaPath(QStringLiteral("/m"), hash, file).toStdString() ==
              "/m/" + store::mediaPath(hash, kind));
    }
}
