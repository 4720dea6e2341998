#include "app/platform/photo_exif.h"

#include <libexif/exif-data.h>

#include <QDateTime>
#include <QTimeZone>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace platform {
namespace {

constexpr auto byteOrder = EXIF_BYTE_ORDER_INTEL;

// The GPS tags have numbers that libexif keeps as macros, outside its enum.
constexpr ExifTag gps(int number)
{
    return static_cast<ExifTag>(number);
}

struct Unref {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};

/// Puts entries into one ExifData; each is allocated by libexif and freed with it.
class ExifWriter {
public:
    ExifWriter() : m_data(exif_data_new())
    {
        exif_data_set_byte_order(m_data.get(), byteOrder);
        exif_data_set_data_type(m_data.get(), EXIF_DATA_TYPE_COMPRESSED);
    }

    void text(ExifIfd ifd, ExifTag tag, const QByteArray& value)
    {
        const auto size = static_cast<unsigned>(value.size()) + 1;
        std::memcpy(entry(ifd, tag, EXIF_FORMAT_ASCII, size, size), value.constData(), size);
    }
    void bytes(ExifIfd ifd, ExifTag tag, ExifFormat format, const QByteArray& value)
    {
        const auto size = static_cast<unsigned>(value.size());
        std::memcpy(entry(ifd, tag, format, size, size), value.constData(), size);
    }
    void number(ExifIfd ifd, ExifTag tag, int value)
    {
        exif_set_short(entry(ifd, tag, EXIF_FORMAT_SHORT, 1, 2), byteOrder,
                       static_cast<ExifShort>(value));
    }
    void rationals(ExifIfd ifd, ExifTag tag, const std::vector<ExifRational>& values)
    {
        const auto count = static_cast<unsigned>(values.size());
        unsigned char* to = entry(ifd, tag, EXIF_FORMAT_RATIONAL, count, count * 8);
        for (const ExifRational value : values) {
            exif_set_rational(to, byteOrder, value);
            to += 8;
        }
    }

    QByteArray save()
    {
        unsigned char* bytes = nullptr;
        unsigned size = 0;
        exif_data_save_data(m_data.get(), &bytes, &size);
        const QByteArray block(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
        std::free(bytes);  // NOLINT: allocated by libexif
        return block;
    }

private:
    unsigned char* entry(ExifIfd ifd, ExifTag tag, ExifFormat format, unsigned components,
                         unsigned size)
    {
        ExifMem* memory = exif_mem_new_default();
        ExifEntry* entry = exif_entry_new_mem(memory);
        entry->tag = tag;
        entry->format = format;
        entry->components = components;
        entry->size = size;
        entry->data = static_cast<unsigned char*>(exif_mem_alloc(memory, size));
        if (entry->data == nullptr) {
            throw std::bad_alloc();
        }
        exif_content_add_entry(m_data->ifd[ifd], entry);
        unsigned char* data = entry->data;
        exif_entry_unref(entry);
        exif_mem_unref(memory);
        return data;
    }

    std::unique_ptr<ExifData, Unref> m_data;
};

ExifRational hundredths(double value)
{
    return {static_cast<ExifLong>(std::llround(value * 100)), 100};
}

/// Degrees, minutes and seconds to a ten-thousandth (3 mm).
std::vector<ExifRational> sexagesimal(double degrees)
{
    const auto units = std::llround(std::abs(degrees) * 3600 * 10'000);
    const auto whole = units / (3600 * 10'000);
    const auto minutes = units / (60 * 10'000) % 60;
    return {{static_cast<ExifLong>(whole), 1},
            {static_cast<ExifLong>(minutes), 1},
            {static_cast<ExifLong>(units % (60 * 10'000)), 10'000}};
}

void writePosition(ExifWriter& exif, const base::Fix& fix)
{
    exif.text(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_LATITUDE_REF), fix.point.latitude < 0 ? "S" : "N");
    exif.rationals(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_LATITUDE), sexagesimal(fix.point.latitude));
    exif.text(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_LONGITUDE_REF), fix.point.longitude < 0 ? "W" : "E");
    exif.rationals(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_LONGITUDE), sexagesimal(fix.point.longitude));
    exif.text(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_MAP_DATUM), "WGS-84");
    exif.rationals(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_H_POSITIONING_ERROR),
                   {hundredths(fix.accuracyM)});
    if (fix.gnssTimeMs) {
        const QDateTime utc = QDateTime::fromMSecsSinceEpoch(*fix.gnssTimeMs, Qt::UTC);
        const QTime time = utc.time();
        exif.text(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_DATE_STAMP),
                  utc.toString(u"yyyy:MM:dd").toLatin1());
        exif.rationals(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_TIME_STAMP),
                       {{static_cast<ExifLong>(time.hour()), 1},
                        {static_cast<ExifLong>(time.minute()), 1},
                        hundredths(time.second() + time.msec() / 1000.0)});
    }
}

void writePlace(ExifWriter& exif, const PhotoTask& task)
{
    if (!task.fix && !task.directionDeg) return;
    exif.bytes(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_VERSION_ID), EXIF_FORMAT_BYTE,
               QByteArray("\x02\x03\x00\x00", 4));
    if (task.fix) writePosition(exif, *task.fix);
    if (task.directionDeg) {
        exif.text(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_IMG_DIRECTION_REF), "M");
        exif.rationals(EXIF_IFD_GPS, gps(EXIF_TAG_GPS_IMG_DIRECTION),
                       {hundredths(*task.directionDeg)});
    }
}

}  // namespace

QByteArray exifFor(const PhotoTask& task, int widthPx, int heightPx)
{
    ExifWriter exif;
    const int zone = task.clocks.zoneOffsetMinutes;
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(task.clocks.wallMs, Qt::OffsetFromUTC, zone * 60);
    const QByteArray stamp = local.toString(u"yyyy:MM:dd HH:mm:ss").toLatin1();
    const QByteArray offset = QString::asprintf("%c%02d:%02d", zone < 0 ? '-' : '+',
                                                std::abs(zone) / 60, std::abs(zone) % 60)
                                  .toLatin1();

    exif.text(EXIF_IFD_0, EXIF_TAG_IMAGE_DESCRIPTION,
              "xuncun inspection " + QByteArray::fromStdString(task.inspection.value));
    exif.text(EXIF_IFD_0, EXIF_TAG_MODEL, QByteArray::fromStdString(task.deviceName));
    exif.number(EXIF_IFD_0, EXIF_TAG_ORIENTATION, 1);
    exif.text(EXIF_IFD_0, EXIF_TAG_SOFTWARE, "xuncun");
    exif.text(EXIF_IFD_0, EXIF_TAG_DATE_TIME, stamp);
    exif.bytes(EXIF_IFD_EXIF, EXIF_TAG_EXIF_VERSION, EXIF_FORMAT_UNDEFINED, "0231");
    // When somebody else's picture was taken is not known here; its file was written now.
    if (task.source == domain::PhotoSource::camera) {
        exif.text(EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL, stamp);
        exif.text(EXIF_IFD_EXIF, EXIF_TAG_OFFSET_TIME_ORIGINAL, offset);
        exif.text(EXIF_IFD_EXIF, EXIF_TAG_SUB_SEC_TIME_ORIGINAL,
                  QString::asprintf("%03d", local.time().msec()).toLatin1());
    }
    exif.number(EXIF_IFD_EXIF, EXIF_TAG_PIXEL_X_DIMENSION, widthPx);
    exif.number(EXIF_IFD_EXIF, EXIF_TAG_PIXEL_Y_DIMENSION, heightPx);
    exif.text(EXIF_IFD_EXIF, EXIF_TAG_IMAGE_UNIQUE_ID,
              QByteArray::fromStdString(task.id.value).replace("-", ""));
    writePlace(exif, task);
    return exif.save();
}

QByteArray withExif(const QByteArray& jpeg, const QByteArray& exif)
{
    const auto length = static_cast<unsigned>(exif.size()) + 2;
    QByteArray out;
    out.reserve(jpeg.size() + exif.size() + 4);
    out.append(jpeg.constData(), 2);
    out.append('\xFF').append('\xE1');
    out.append(static_cast<char>(length >> 8)).append(static_cast<char>(length & 0xFF));
    out.append(exif);
    out.append(jpeg.constData() + 2, jpeg.size() - 2);
    return out;
}

}  // namespace platform
