#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace support {

/// A whole file; empty when there is none.
inline std::string fileText(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace support
