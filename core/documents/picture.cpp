#include "core/documents/picture.h"

#include <turbojpeg.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace documents {

namespace {

constexpr int quality = 80;
constexpr int largestSidePx = 20'000;

struct Closer {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, Closer>;

const unsigned char* bytesOf(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// The largest of the sizes that the decoder scales to on its way.
tjscalingfactor factorFor(int longSide, int wanted)
{
    int count = 0;
    const tjscalingfactor* factors = tjGetScalingFactors(&count);
    tjscalingfactor best{1, 8};
    for (int i = 0; i < count; ++i) {
        const tjscalingfactor& one = factors[i];
        const bool larger = one.num * best.denom > best.num * one.denom;
        if (larger && TJSCALED(longSide, one) <= wanted) best = one;
    }
    return best;
}

base::Result<Picture> unreadable()
{
    return base::fail("picture.unreadable", "照片不是能读的 JPEG 文件");
}

}  // namespace

base::Result<Picture> scaledPicture(const std::string& jpeg, int longSidePx)
{
    const Handle reader(tjInitDecompress());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(reader.get(), bytesOf(jpeg), jpeg.size(), &width, &height, &subsampling,
                            &colours) != 0 ||
        std::min(width, height) <= 0 || std::max(width, height) > largestSidePx)
        return unreadable();
    if (std::max(width, height) <= longSidePx) return Picture{jpeg, width, height, {}};
    const tjscalingfactor factor = factorFor(std::max(width, height), longSidePx);
    Picture picture;
    picture.widthPx = TJSCALED(width, factor);
    picture.heightPx = TJSCALED(height, factor);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(picture.widthPx) *
                                      static_cast<std::size_t>(picture.heightPx) * 3);
    if (tjDecompress2(reader.get(), bytesOf(jpeg), jpeg.size(), pixels.data(), picture.widthPx, 0,
                      picture.heightPx, TJPF_RGB, 0) != 0)
        return unreadable();
    const Handle writer(tjInitCompress());
    unsigned char* packed = nullptr;
    unsigned long bytes = 0;
    const int failed =
        tjCompress2(writer.get(), pixels.data(), picture.widthPx, 0, picture.heightPx, TJPF_RGB,
                    &packed, &bytes, TJSAMP_420, quality, 0);
    if (failed == 0) picture.jpeg.assign(packed, packed + bytes);
    tjFree(packed);
    if (failed != 0) return unreadable();
    return picture;
}

}  // namespace documents
