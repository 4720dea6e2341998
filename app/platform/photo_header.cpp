#include "app/platform/photo_header.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <optional>

namespace platform {
namespace {

constexpr std::int64_t mostPixels = 100'000'000;
constexpr int leastSidePx = 100;
constexpr std::size_t mostBytes = 60u * 1024 * 1024;
constexpr int mostScans = 100;  // cameras make ten; each costs a walk over the whole picture

constexpr int soi = 0xD8, eoi = 0xD9, sos = 0xDA;

/// SOF markers that the decoder can read: baseline, extended and progressive Huffman.
bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xC2;
}
/// Lossless, hierarchical and arithmetic frames.
bool isForeignFrame(int marker)
{
    return (marker >= 0xC3 && marker <= 0xCF) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool hasNoLength(int marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

tl::unexpected<base::Error> damaged(const char* where)
{
    return base::fail("photo.damaged", "照片已损坏或不完整，请重新拍摄或另选一张", where);
}

/// Reads big-endian numbers out of bytes; 0 beyond the end, which the callers' length checks
/// exclude.
class Cursor {
public:
    explicit Cursor(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::size_t at = 0;

    bool has(std::size_t count) const
    {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    int byteAt(std::size_t offset) const
    {
        return offset < m_bytes.size() ? std::to_integer<int>(m_bytes[offset]) : 0;
    }
    int wordAt(std::size_t offset) const { return byteAt(offset) << 8 | byteAt(offset + 1); }

    /// The next marker, after any fill bytes; none when there is no marker here.
    std::optional<int> marker()
    {
        if (byteAt(at) != 0xFF) {
            return std::nullopt;
        }
        while (has(1) && byteAt(at) == 0xFF) {
            ++at;
        }
        return has(1) ? std::optional(byteAt(at++)) : std::nullopt;
    }

    /// Stands on the 0xFF of the marker that ends this scan's data; false when the data never ends.
    bool skipScanData()
    {
        while (has(2)) {
            const void* found = std::memchr(m_bytes.data() + at, 0xFF, m_bytes.size() - at - 1);
            if (found == nullptr) return false;
            at = static_cast<std::size_t>(static_cast<const std::byte*>(found) - m_bytes.data());
            const int next = byteAt(at + 1);
            if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                return true;
            }
            ++at;
        }
        return false;
    }

private:
    std::span<const std::byte> m_bytes;
};

base::Result<JpegHeader> judged(JpegHeader header)
{
    const std::string size = fmt::format("{}x{}", header.widthPx, header.heightPx);
    if (std::int64_t{header.widthPx} * header.heightPx >= mostPixels) {
        return base::fail("photo.huge",
                          fmt::format("照片太大（{} 像素），请改用不超过 1 亿像素的设置", size),
                          size);
    }
    if (header.widthPx < leastSidePx || header.heightPx < leastSidePx) {
        return base::fail("photo.tiny",
                          fmt::format("照片太小（{} 像素），看不清，不能作为证据", size), size);
    }
    if (header.components == 4) {
        return base::fail("photo.cmyk", "这是印刷用（CMYK）图片，不是相机照片，请另选一张");
    }
    if (header.components != 1 && header.components != 3) {
        return damaged("components");
    }
    return header;
}

}  // namespace

base::Result<JpegHeader> checkJpeg(std::span<const std::byte> bytes)
{
    if (bytes.size() > mostBytes) {
        return base::fail("photo.huge", "照片文件超过 60 MB，请另选一张");
    }
    Cursor cursor(bytes);
    if (cursor.marker() != soi) {
        return base::fail("photo.not_jpeg", "这个文件不是 JPEG 照片，请另选一张");
    }
    std::optional<JpegHeader> header;
    int scans = 0;
    while (true) {
        const auto marker = cursor.marker();
        if (!marker) {
            return damaged("marker");
        }
        if (*marker == eoi) {
            return header && scans > 0 ? judged(*header) : damaged("scan");
        }
        if (hasNoLength(*marker)) {
            continue;
        }
        const int length = cursor.wordAt(cursor.at);
        if (length < 2 || !cursor.has(static_cast<std::size_t>(length))) {
            return damaged("segment");
        }
        if (isForeignFrame(*marker)) {
            return base::fail("photo.damaged", "这种 JPEG 编码不能读取，请另选一张", "frame");
        }
        if (isFrame(*marker)) {
            if (header || length < 8) {
                return damaged("frame");
            }
            header = JpegHeader{cursor.wordAt(cursor.at + 5), cursor.wordAt(cursor.at + 3),
                                cursor.byteAt(cursor.at + 7)};
            if (const auto verdict = judged(*header); !verdict) {
                return verdict;
            }
        }
        cursor.at += static_cast<std::size_t>(length);
        if (*marker == sos) {
            if (++scans > mostScans) {
                return damaged("scans");
            }
            if (!header || !cursor.skipScanData()) {
                return damaged("scan");
            }
        }
    }
}

}  // namespace platform
