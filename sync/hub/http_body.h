#pragma once

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <span>
#include <vector>

#include "sync/hub/http_connection.h"
#include "sync/hub/http_stream.h"

namespace hub::http {

using Parser = beast::http::request_parser<beast::http::buffer_body>;

/// Reads the body of one request in pieces. They are small until the body proves fast, so that a
/// trickle costs little memory.
class BodyReader {
public:
    /// The parser has read the header and nothing else; `bytesIn` counts what was read.
    BodyReader(Stream& stream, beast::flat_buffer& buffer, Parser& parser, Host& host,
               std::uint64_t& bytesIn)
        : m_stream(stream),
          m_buffer(buffer),
          m_parser(parser),
          m_options(host.options),
          m_buffers(host.buffers),
          m_bytesIn(bytesIn),
          m_announced(parser.content_length().has_value()),
          m_left(parser.content_length().value_or(0)),
          m_small(smallBytes),
          m_space(m_small)
    {
    }

    bool done() const { return m_announced ? m_left == 0 : m_parser.is_done(); }
    std::span<const char> piece() const { return m_piece; }
    /// Fills the piece with what has come, waiting for the first byte only: while a piece is worked
    /// on the next gathers in the kernel. False: the client is gone or too slow, and the piece
    /// holds the last that came.
    awaitable<bool> next()
    {
        m_began = Clock::now();
        growIfFast(0);
        const Error failure = m_announced ? co_await readAnnounced() : co_await readChunked();
        m_bytesIn += m_piece.size();
        const bool late = slow();
        m_waited += sinceBegan();
        co_return !failure && (!late || done());
    }

    /// The same with what has come already, without waiting; false, and no piece, when that is
    /// nothing. From any thread while the connection waits for nothing.
    bool nextAtOnce()
    {
        m_piece = {};
        if (!m_announced || m_stream.secure()) return false;
        m_began = Clock::now();
        std::size_t got = takeBuffered();
        while (got < m_left && makeRoom(got)) {
            const std::size_t bytes = m_stream.readAtOnce(free(got));
            if (bytes == 0) break;
            got += bytes;
        }
        taken(got);
        m_bytesIn += got;
        return got > 0;
    }

private:
    using Error = boost::system::error_code;
    static constexpr std::size_t smallBytes = 4 * 1024;
    static constexpr std::uint64_t fastBytesPerS = 256 * 1024;
    using Clock = std::chrono::steady_clock;

    std::chrono::microseconds sinceBegan() const
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_began);
    }

    bool slow() const
    {
        const auto waited = m_waited + sinceBegan();
        return waited > m_options.bodyPause &&
               !isFaster(m_bytesIn, waited, m_options.bodyBytesPerS);
    }

    void growIfFast(std::size_t got)
    {
        if (m_large || m_bytesIn + got < smallBytes ||
            !isFaster(m_bytesIn + got, m_waited + sinceBegan(), fastBytesPerS))
            return;
        m_large = m_buffers.take();
        std::copy_n(m_space.data(), got, m_large.get());
        m_space = std::span(m_large.get(), LargeBuffers::bytes);
    }

    // Past the parser, which would copy every byte once more: what came with the header first, then
    // from the socket.
    awaitable<Error> readAnnounced()
    {
        std::size_t got = takeBuffered();
        Error failure;
        while (!failure && got < m_left && (got == 0 || m_stream.available() > 0) &&
               makeRoom(got)) {
            m_stream.expireAfter(m_options.bodyPause);
            auto [error, bytes] = co_await m_stream.async_read_some(free(got), quietly);
            got += bytes;
            failure = error;
        }
        taken(got);
        co_return failure;
    }

    /// What came with the header: all of it, or as much as there is room for; from the socket only
    /// what comes after it.
    std::size_t takeBuffered()
    {
        std::size_t got = 0;
        while (m_buffer.size() > 0 && got < m_left && makeRoom(got)) {
            const std::size_t copied = boost::asio::buffer_copy(free(got), m_buffer.data());
            m_buffer.consume(copied);
            got += copied;
        }
        return got;
    }

    bool makeRoom(std::size_t got)
    {
        if (got == m_space.size()) growIfFast(got);
        return got < m_space.size();
    }

    void taken(std::size_t got)
    {
        m_piece = m_space.first(got);
        m_left -= got;
    }

    /// Where more of an announced body goes.
    boost::asio::mutable_buffer free(std::size_t used)
    {
        const auto end = std::min<std::uint64_t>(m_space.size(), m_left);
        return boost::asio::buffer(m_space.data() + used, static_cast<std::size_t>(end) - used);
    }

    // A chunk's header is no byte of the body: however long it grows, it does not buy time.
    awaitable<Error> readChunked()
    {
        auto& body = m_parser.get().body();
        body = {m_space.data(), m_space.size(), true};
        Error failure;
        do {
            m_stream.expireAfter(m_options.bodyPause);
            auto [error, bytes] =
                co_await beast::http::async_read_some(m_stream, m_buffer, m_parser, quietly);
            (void)bytes;
            failure = error == beast::http::error::need_buffer ? Error{} : error;
        } while (!failure && body.size > 0 && !m_parser.is_done() &&
                 (body.size == m_space.size() ? !slow() : m_stream.available() > 0));
        m_piece = m_space.first(m_space.size() - body.size);
        co_return failure;
    }

    Stream& m_stream;
    beast::flat_buffer& m_buffer;
    Parser& m_parser;
    const HttpOptions& m_options;
    LargeBuffers& m_buffers;
    std::uint64_t& m_bytesIn;
    bool m_announced;
    std::uint64_t m_left;
    std::vector<char> m_small;
    LargeBuffers::Buffer m_large;
    std::span<char> m_space;  ///< one of the two
    std::span<const char> m_piece;
    Clock::time_point m_began;
    std::chrono::microseconds m_waited{0};  ///< for the network
};

}  // namespace hub::http
