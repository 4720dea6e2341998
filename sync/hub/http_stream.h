#pragma once

#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace hub::http {

namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using boost::asio::awaitable;

/// Waits by suspending the coroutine, and gives errors as values.
inline constexpr auto quietly = boost::asio::as_tuple(boost::asio::use_awaitable);

/// The connection is of no more use: closed by the other side, too slow, or broken.
struct Gone {};

inline bool isFaster(std::uint64_t bytes, std::chrono::microseconds time, std::uint64_t bytesPerS)
{
    return bytes * 1'000'000 > bytesPerS * static_cast<std::uint64_t>(time.count());
}

/// A socket with deadlines, encrypted or not, as one type.
class Stream {
public:
    using executor_type = beast::tcp_stream::executor_type;

    Stream(boost::asio::ip::tcp::socket socket, std::shared_ptr<ssl::context> certificate)
        : m_certificate(std::move(certificate)), m_plain(std::move(socket))
    {
        if (m_certificate) m_secure.emplace(m_plain, *m_certificate);
    }
    executor_type get_executor() { return m_plain.get_executor(); }
    bool secure() const { return m_secure.has_value(); }
    void expireAfter(std::chrono::milliseconds time) { m_plain.expires_after(time); }
    /// Bytes that can be read without waiting; for TLS, encrypted ones.
    std::size_t available()
    {
        boost::system::error_code error;
        return m_plain.socket().available(error);
    }
    /// Of an unencrypted stream that waits for nothing: how much came of what fits, without
    /// waiting. 0: nothing, or the connection has ended, which the next read that waits will tell.
    std::size_t readAtOnce(boost::asio::mutable_buffer space)
    {
        const auto got =
            ::recv(m_plain.socket().native_handle(), space.data(), space.size(), MSG_DONTWAIT);
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    void close() { m_plain.close(); }
    awaitable<void> greet()
    {
        auto [error] = co_await m_secure->async_handshake(ssl::stream_base::server, quietly);
        if (error) throw Gone{};
    }
    awaitable<void> sayGoodbye()
    {
        boost::system::error_code ignored;
        if (m_secure) co_await m_secure->async_shutdown(quietly);
        m_plain.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    }
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return m_secure ? m_secure->async_read_some(buffers, std::forward<Token>(token))
                        : m_plain.async_read_some(buffers, std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return m_secure ? m_secure->async_write_some(buffers, std::forward<Token>(token))
                        : m_plain.async_write_some(buffers, std::forward<Token>(token));
    }

private:
    std::shared_ptr<ssl::context> m_certificate;
    beast::tcp_stream m_plain;
    std::optional<ssl::stream<beast::tcp_stream&>> m_secure;
};

}  // namespace hub::http
