#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <memory>
#include <random>
#include <string>

#include "sync/hub/http_server.h"
#include "sync/hub/large_buffers.h"

// Between http_server.cpp, which listens, and http_connection.cpp, which talks; the only files that
// see Boost.
namespace hub::http {

/// What all connections of one server share; outlives them.
struct Host {
    HttpOptions options;
    Handler& handler;
    LargeBuffers buffers;
    boost::asio::io_context network{1};
    boost::asio::thread_pool workers;
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> waiting = 0;             ///< pieces of work that are not done
    std::minstd_rand pauses{std::random_device{}()};  ///< of the network thread
};

/// What the server knows of one connection; of the network thread.
struct Link {
    bool busy = false;            ///< in the middle of a request
    std::function<void()> close;  ///< whatever it waits for fails at once
};

/// Talks to one client until it leaves, is too slow, or the server stops. Encrypted if there is a
/// certificate. Never throws.
boost::asio::awaitable<void> converse(boost::asio::ip::tcp::socket socket, Host& host, Link& link,
                                      std::shared_ptr<boost::asio::ssl::context> certificate);

}  // namespace hub::http
