#pragma once

#include <turbojpeg.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace support {

/// A JPEG of this size with a slope of colours, so that it looks like something.
inline std::string jpegOf(int widthPx, int heightPx)
{
    std::vector<unsigned char> pixels;
    for (int y = 0; y < heightPx; ++y)
        for (int x = 0; x < widthPx; ++x)
            for (const int colour :
                 {x * 255 / widthPx, y * 255 / heightPx, (x / 40 + y / 40) % 2 * 90})
                pixels.push_back(static_cast<unsigned char>(colour));
    tjhandle writer = tjInitCompress();
    unsigned char* packed = nullptr;
    unsigned long bytes = 0;
    const int failed = tjCompress2(writer, pixels.data(), widthPx, 0, heightPx, TJPF_RGB, &packed,
                                   &bytes, TJSAMP_420, 80, 0);
    const std::string jpeg(reinterpret_cast<const char*>(packed), failed == 0 ? bytes : 0);
    tjFree(packed);
    tjDestroy(writer);
    if (jpeg.empty()) throw std::runtime_error("no JPEG");
    return jpeg;
}

}  // namespace support
