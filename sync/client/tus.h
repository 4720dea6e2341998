#pragma once

#include "core/store/media.h"
#include "sync/client/round.h"

namespace client {

/// One file on its way to the hub by tus 1.0. Knows how far the hub has got and moves it on, one
/// request after the other.
///
/// The usual piece goes without a checksum of its own, because the hub keeps every byte of it when
/// the link breaks and checks the whole by its SHA-256. Where that check failed once, the link (or
/// what is in it) changes bytes, and from then on small pieces with a checksum each are sent.
class TusUpload {
public:
    /// `offset`: bytes that the hub has, as it said.
    TusUpload(Round& round, store::MediaItem item, std::string path, std::int64_t offset);

    /// The hub said that it has this file: all of it, its hash right, durable.
    bool complete() const { return m_received; }
    std::int64_t offset() const { return m_offset; }
    /// One request: creates, sends a piece, or asks where to go on. A failure that ends no round
    /// may be tried again unless it happened too often without getting on; then `givenUp` says so.
    Reply<void> step();
    /// A step in two halves, so that several uploads go side by side: what is to be asked, with
    /// some `mostBytes` of the file in it, and what came of it.
    Request next(std::int64_t mostBytes);
    Reply<void> answered(const Reply<Answer>& answer);
    /// Of the file, in the request that `next` gave.
    std::int64_t askedBytes() const { return m_askedBytes; }
    bool givenUp() const { return m_troubles > troublesMax; }

private:
    static constexpr int troublesMax = 6;

    enum class Asked { create, offset, piece };

    Request create(std::int64_t mostBytes);
    Request piece(std::int64_t mostBytes);
    Reply<void> taken(const Answer& answer);
    void goOn(const Answer& answer);
    void startAnew();
    Reply<void> trouble(const Failure& failure);

    Round& m_round;
    store::MediaItem m_item;
    std::string m_path;
    std::int64_t m_offset;
    bool m_offsetKnown = true;
    bool m_checked = false;
    bool m_received = false;
    int m_troubles = 0;
    std::int64_t m_most = 0;  ///< the greatest offset so far
    Asked m_asked = Asked::create;
    std::int64_t m_askedBytes = 0;
};

}  // namespace client
