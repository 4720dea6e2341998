#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "sync/hub/request.h"

namespace hub {

/// A part of a file, read piece by piece. The file stays readable to the end even if it is removed
/// meanwhile.
class FileSlice {
public:
    /// Throws std::system_error when the file cannot be opened.
    explicit FileSlice(const FileBody& body);
    ~FileSlice();
    FileSlice(const FileSlice&) = delete;
    FileSlice& operator=(const FileSlice&) = delete;

    /// The next piece of at most `bytes`; empty at the end, or where the file ends too early
    /// (`left` tells).
    std::string next(std::size_t bytes);
    std::uint64_t left() const { return m_left; }

private:
    int m_file;
    std::uint64_t m_at;
    std::uint64_t m_left;
};

}  // namespace hub
