#pragma once

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QImage>
#include <string>

namespace support {

/// A QR code as it stands on paper.
inline QImage qrPicture(const std::string& text, int sidePx)
{
    const auto squares = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                             .setMargin(4)
                             .encode(text, sidePx, sidePx);
    QImage picture(squares.width(), squares.height(), QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixelColor(x, y, squares.get(x, y) ? Qt::black : Qt::white);
    return picture;
}

}  // namespace support
