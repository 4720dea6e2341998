#pragma once

#include <libexif/exif-data.h>

#include <QByteArray>
#include <memory>
#include <string>

namespace support {

/// The EXIF of a JPEG as another program would read it.
class ExifReading {
public:
    explicit ExifReading(const QByteArray& jpeg)
        : m_data(exif_data_new_from_data(reinterpret_cast<const unsigned char*>(jpeg.constData()),
                                         static_cast<unsigned>(jpeg.size())),
                 &exif_data_unref)
    {
    }

    std::string text(ExifIfd ifd, int tag) const
    {
        const ExifEntry* found = entry(ifd, tag);
        return found == nullptr ? std::string()
                                : std::string(reinterpret_cast<const char*>(found->data));
    }
    double rational(int tag, unsigned index = 0) const
    {
        const ExifEntry* found = entry(EXIF_IFD_GPS, tag);
        if (found == nullptr || found->components <= index) {
            return -1;
        }
        const ExifRational value =
            exif_get_rational(found->data + 8 * index, exif_data_get_byte_order(m_data.get()));
        return static_cast<double>(value.numerator) / value.denominator;
    }
    double degrees(int tag) const
    {
        return rational(tag, 0) + rational(tag, 1) / 60 + rational(tag, 2) / 3600;
    }

private:
    const ExifEntry* entry(ExifIfd ifd, int tag) const
    {
        return exif_content_get_entry(m_data->ifd[ifd], static_cast<ExifTag>(tag));
    }

    std::unique_ptr<ExifData, void (*)(ExifData*)> m_data;
};

}  // namespace support
