#pragma once

#include <algorithm>
#include <cstdint>

#include "sync/protocol/words.h"

namespace client {

/// How many records a push holds: halved when one failed, doubled when one went through.
class BatchSize {
public:
    std::size_t records() const { return m_records; }
    void worked() { m_records = std::min(m_records * 2, protocol::limits::pushRecords); }
    void failed() { m_records = std::max<std::size_t>(m_records / 2, 1); }

private:
    std::size_t m_records = protocol::limits::pushRecords;
};

/// How many bytes of photos go in one request, or in several side by side: what the link carries in
/// about eight seconds, so that records wait no longer than that behind a photo, and a fast link is
/// not slowed down by round trips.
class PieceSize {
public:
    static constexpr std::int64_t smallest = 64 * 1024;
    static constexpr std::int64_t largest = 4 * 1024 * 1024;

    std::int64_t bytes() const { return m_bytes; }
    void worked(std::int64_t bytes, std::int64_t tookMs)
    {
        const std::int64_t inEightSeconds = bytes * 8000 / std::max<std::int64_t>(tookMs, 1);
        m_bytes = std::clamp(std::min(inEightSeconds, m_bytes * 2), smallest, largest);
    }
    void failed() { m_bytes = std::max(m_bytes / 2, smallest); }
    void count(bool arrived, std::int64_t bytes, std::int64_t tookMs)
    {
        if (arrived)
            worked(bytes, tookMs);
        else
            failed();
    }

private:
    std::int64_t m_bytes = 512 * 1024;
};

struct Pace {
    BatchSize batch;
    PieceSize piece;
};

}  // namespace client
