#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace support {

/// Bytes that begin like a JPEG's, different for each seed, and cannot be compressed.
inline std::string jpegLike(std::uint64_t seed, std::size_t bytes)
{
    std::string made = "\xff\xd8\xff\xe0";
    std::mt19937_64 engine(seed);
    while (made.size() < bytes) {
        const std::uint64_t eight = engine();
        made.append(reinterpret_cast<const char*>(&eight), sizeof eight);
    }
    made.resize(bytes);
    return made;
}

}  // namespace support
