#include "sync/hub/http_body.h"

#include <algorithm>

namespace hub::http {

namespace {
constexpr std::size_t smallBytes = 4 * 1024;
constexpr std::uint64_t fastBytesPerS = 256 * 1024;
}  // namespace

BodyReader::BodyReader(Stream& stream, beast::flat_buffer& buffer, Parser& parser, Host& host,
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

awaitable<bool> BodyReader::next()
{
    m_began = Clock::now();
    growIfFast(0);
    const Error failure = m_announced ? co_await readAnnounced() : co_await readChunked();
    m_bytesIn += m_piece.size();
    const bool late = slow();
    m_waited += sinceBegan();
    co_return !failure && (!late || done());
}

bool BodyReader::nextAtOnce()
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

std::chrono::microseconds BodyReader::sinceBegan() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_began);
}

bool BodyReader::slow() const
{
    const auto waited = m_waited + sinceBegan();
    return waited > m_options.bodyPause && !isFaster(m_bytesIn, waited, m_options.bodyBytesPerS);
}

void BodyReader::growIfFast(std::size_t got)
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
awaitable<BodyReader::Error> BodyReader::readAnnounced()
{
    std::size_t got = takeBuffered();
    Error failure;
    while (!failure && got < m_left && (got == 0 || m_stream.available() > 0) && makeRoom(got)) {
        m_stream.expireAfter(m_options.bodyPause);
        auto [error, bytes] = co_await m_stream.async_read_some(free(got), quietly);
        got += bytes;
        failure = error;
    }
    taken(got);
    co_return failure;
}

// What came with the header: all of it, or as much as there is room for; from the socket comes only
// what follows it.
std::size_t BodyReader::takeBuffered()
{
    std::size_t got = 0;
    while (m_buffer.size() > 0 && got < m_left && makeRoom(got)) {
        const std::size_t copied = boost::asio::buffer_copy(free(got), m_buffer.data());
        m_buffer.consume(copied);
        got += copied;
    }
    return got;
}

bool BodyReader::makeRoom(std::size_t got)
{
    if (got == m_space.size()) growIfFast(got);
    return got < m_space.size();
}

void BodyReader::taken(std::size_t got)
{
    m_piece = m_space.first(got);
    m_left -= got;
}

// Where more of an announced body goes.
boost::asio::mutable_buffer BodyReader::free(std::size_t used)
{
    const auto end = std::min<std::uint64_t>(m_space.size(), m_left);
    return boost::asio::buffer(m_space.data() + used, static_cast<std::size_t>(end) - used);
}

// A chunk's header is no byte of the body: however long it grows, it does not buy time.
awaitable<BodyReader::Error> BodyReader::readChunked()
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

bool deliver(BodyReader& body, std::unique_ptr<BodySink>& sink,
             const std::function<bool()>& mayStay, Response& answer)
{
    std::unique_ptr<BodySink> mine = std::move(sink);
    do {
        if (body.piece().empty()) continue;
        if (auto early = mine->chunk(std::as_bytes(body.piece()))) {
            answer = std::move(*early);
            return true;
        }
    } while (!body.done() && mayStay() && body.nextAtOnce());
    if (!body.done()) {
        sink = std::move(mine);
        return false;
    }
    answer = mine->finish();
    return true;
}

}  // namespace hub::http
