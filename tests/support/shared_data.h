#pragma once

#include <filesystem>
#include <iostream>
#include <string>

#include "tests/paths.h"

namespace support {

/// True, and says so, when a folder of the shared data is not on this machine; the test then
/// returns.
inline bool sharedDataMissing(const std::string& folder)
{
    const std::filesystem::path path = std::filesystem::path(XUNCUN_SHARED_DATA) / folder;
    if (std::filesystem::is_directory(path)) {
        return false;
    }
    std::cout << "SKIPPED: no " << path.string() << "\n";
    return true;
}

}  // namespace support
