#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "sync/hub/request.h"

namespace hub {

/// One finished request, for the access log and the counters. Neither query, headers nor body: they
/// may hold secrets.
struct Exchange {
    std::string method;
    std::string path;
    std::string remote;
    int status = 0;  ///< 0: the client went away before an answer
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::chrono::microseconds took{0};
};

struct HttpOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;    ///< 0: any free one
    std::string trustedProxy;  ///< address of a proxy whose X-Forwarded-For is believed
    /// Threads that run the handler, and may wait for the disk there. Slow clients hold none of
    /// them.
    std::size_t workers = 32;
    std::string certificateFile;  ///< PEM chain; with keyFile: TLS 1.2 or newer only. Both empty:
                                  ///< plain HTTP
    std::string keyFile;
    std::size_t connections = 10'000;  ///< more are closed at once
    /// Pieces of work that wait for a worker; a request that comes while there are more is asked to
    /// come back some minutes later, each at another time (503).
    std::size_t waiting = 1'000;
    std::size_t headerBytes = 16 * 1024;
    std::chrono::milliseconds headerTime{
        10'000};  ///< from the first byte of a request to the end of its header
    std::chrono::milliseconds idleTime{75'000};  ///< between requests on one connection
    std::chrono::milliseconds bodyPause{
        30'000};  ///< without one byte of a body, or with none of an answer taken
    std::uint64_t bodyBytesPerS = 512;  ///< a body slower than this, after `bodyPause`, is cut
    std::function<void(const Exchange&)> onExchange;  ///< called on any thread; must not throw
    std::function<void(const std::string&)>
        onError;  ///< what a handler threw, for the log; any thread
};

/// HTTP/1.1 on a socket, in front of a Handler.
///
/// The network runs on one thread with coroutines, the handler on the workers; a connection that is
/// idle or slow costs memory only. A body is handed over in pieces: the network waits for the first
/// bytes of each, and the worker that has one fetches the next itself if it has come by then.
class HttpServer {
public:
    /// Listens when it returns; `handler` outlives it. Throws std::system_error when the address
    /// cannot be had and std::runtime_error when the certificate cannot be read.
    HttpServer(HttpOptions options, Handler& handler);
    /// As `stop` with no patience.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;
    std::size_t connections() const;

    /// Reads the certificate files again; connections from now on use them. On failure the old ones
    /// stay.
    base::Result<void> reloadCertificate();

    /// Takes no new connection, lets running requests finish for `patience`, then cuts what is left
    /// (their sinks are told) and returns when nothing runs. Twice is once.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace hub
