#pragma once

#include "core/store/media.h"
#include "sync/client/round.h"

namespace client {

/// One file on its way to the hub by tus 1.0. Knows how far the hub has got and moves it on by one
/// request.
///
/// The usual piece goes without a checksum of its own, because the hub keeps every byte of it when
/// the link breaks and checks the whole by its SHA-256. Where that check failed once, the link (or
/// what is in it) changes bytes, and from then on small pieces with a checksum each are sent.
class TusUpload {
public:
    /// `offset`: bytes that the hub has, as it said.
    TusUpload(Round& round, store::MediaItem item, std::string path, std::int64_t offset);

    bool complete() const { return m_offset == m_item.bytes; }
    std::int64_t offset() const { return m_offset; }
    /// One request: creates, sends a piece, or asks where to go on. A failure that ends no round
    /// may be tried again unless it happened too often; then `givenUp` says so.
    Reply<void> step();
    bool givenUp() const { return m_troubles > troublesMax; }

private:
    static constexpr int troublesMax = 6;

    Reply<void> create();
    Reply<void> askOffset();
    Reply<void> sendPiece();
    Reply<Answer> send(Request request, std::int64_t bodyBytes);
    Reply<void> took(const Answer& answer);
    Reply<void> trouble(const Failure& failure);

    Round& m_round;
    store::MediaItem m_item;
    std::string m_path;
    std::int64_t m_offset;
    bool m_offsetKnown = true;
    bool m_checked = false;
    int m_troubles = 0;
};

}  // namespace client
