#include "sync/hub/file_slice.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace hub {

FileSlice::FileSlice(const FileBody& body)
    : m_file(::open(body.path.c_str(), O_RDONLY | O_CLOEXEC)),
      m_at(body.offset),
      m_left(body.length)
{
    if (m_file < 0) throw std::system_error(errno, std::generic_category(), body.path);
}

FileSlice::~FileSlice()
{
    ::close(m_file);
}

std::string FileSlice::next(std::size_t bytes)
{
    std::string piece(std::min<std::uint64_t>(bytes, m_left), '\0');
    if (piece.empty()) return piece;
    const ssize_t got = ::pread(m_file, piece.data(), piece.size(), static_cast<off_t>(m_at));
    if (got < 0) throw std::system_error(errno, std::generic_category(), "pread");
    piece.resize(static_cast<std::size_t>(got));
    m_at += piece.size();
    m_left -= piece.size();
    return piece;
}

}  // namespace hub
