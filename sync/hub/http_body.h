#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <functional>
#include <memory>
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
               std::uint64_t& bytesIn);

    bool done() const { return m_announced ? m_left == 0 : m_parser.is_done(); }
    std::span<const char> piece() const { return m_piece; }
    /// Fills the piece with what has come, waiting for the first byte only: while a piece is worked
    /// on the next gathers in the kernel. False: the client is gone or too slow, and the piece
    /// holds the last that came.
    awaitable<bool> next();
    /// The same with what has come already, without waiting; false, and no piece, when that is
    /// nothing. From any thread while the connection waits for nothing.
    bool nextAtOnce();

private:
    using Error = boost::system::error_code;
    using Clock = std::chrono::steady_clock;

    std::chrono::microseconds sinceBegan() const;
    bool slow() const;
    void growIfFast(std::size_t got);
    awaitable<Error> readAnnounced();
    awaitable<Error> readChunked();
    std::size_t takeBuffered();
    bool makeRoom(std::size_t got);
    void taken(std::size_t got);
    boost::asio::mutable_buffer free(std::size_t used);

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

/// On a worker: gives the sink what has come, and with the last of it the end; true when the answer
/// is there. While the client's next bytes are in the kernel already and the worker may stay, they
/// are fetched from here: a trip to the network thread and back costs a photo more than its hash. A
/// sink that is done or has failed ends here, too, since it may wait for the disk.
bool deliver(BodyReader& body, std::unique_ptr<BodySink>& sink,
             const std::function<bool()>& mayStay, Response& answer);

}  // namespace hub::http
