#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hub::media {

/// A single byte range of a file of `bytes`: first byte and length. None when the header asks for
/// several or is no byte range, so that the whole is sent; length 0 when it cannot be satisfied.
struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
std::optional<ByteRange> parseRange(const std::string& text, std::uint64_t bytes);

}  // namespace hub::media
