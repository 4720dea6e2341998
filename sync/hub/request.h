#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "core/domain/ids.h"
#include "core/domain/user.h"

// The hub is a function from Request to Response; sockets live in http_server.cpp alone.
namespace hub {

/// Headers by lower-case name; the last of equal names wins.
using Headers = std::map<std::string, std::string>;

struct Request {
    std::string method;
    std::string target;                        ///< as it came
    std::string path;                          ///< decoded, without query
    std::map<std::string, std::string> query;  ///< decoded
    Headers headers;
    std::optional<std::uint64_t> contentLength;  ///< as announced; none for chunked encoding
    std::string remote;                          ///< address, for limits and the audit log
    std::string body;                            ///< whole; empty while `intake` decides

    /// The header's value, or empty text. `name` in lower case.
    const std::string& header(const std::string& name) const;
};

/// A file or part of it, sent without being held in memory.
struct FileBody {
    std::string path;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<FileBody> file;  ///< instead of `body`
};

/// Takes a body that is never held whole, in pieces of up to 256 KB as the network brings them, so
/// that a slow photo costs memory and no thread. One call at a time, each on some worker thread;
/// may block for the disk.
class BodySink {
public:
    virtual ~BodySink() = default;
    /// A piece, never empty. An answer ends the request early: the rest is not read, and if there
    /// is any the connection is closed.
    virtual std::optional<Response> chunk(std::span<const std::byte> piece) = 0;
    /// The body is there to its last byte. Called at most once, and then nothing else.
    virtual Response finish() = 0;
    /// The client went away or was too slow, or the hub stops: what was given in pieces is good.
    virtual void cut() = 0;
};

/// How the body of a request is to be taken.
struct WholeBody {
    std::size_t limitBytes = 0;  ///< more is answered 413
};
struct StreamedBody {
    std::unique_ptr<BodySink> sink;
    std::uint64_t limitBytes = 0;  ///< more is answered 413; the sink is then told `cut`
};
using Intake = std::variant<WholeBody, StreamedBody, Response>;

/// What answers requests; called by many worker threads at once. What it throws is answered 500
/// (507 when the disk is full) without detail, and logged.
class Handler {
public:
    virtual ~Handler() = default;
    /// Called on the network's thread, so it must not wait: how much of a body to take whole, where
    /// that is plain from method and path; nothing when `intake` must be asked.
    virtual std::optional<WholeBody> whole(const Request&) { return std::nullopt; }
    /// Decides from the headers alone; a Response refuses before a byte of the body is read.
    virtual Intake intake(const Request& request) = 0;
    /// Answers a request whose body is whole in `request.body`.
    virtual Response handle(const Request& request) = 0;
    /// Gives an answer that the server made itself what those of `intake` and `handle` have. Called
    /// on the network's thread, so it must not wait.
    virtual void stamp(const Request&, Response&) const {}
};

/// The answer to a request that is there whole: decides, streams or hands over its body as a server
/// would, in pieces of `chunkBytes`. For tests and loopback; lets exceptions through.
Response answer(Handler& handler, const Request& request,
                std::size_t chunkBytes = std::size_t{64} * 1024);

/// Who asks, as the token says.
struct Caller {
    domain::User user;
    domain::DeviceId device;
    bool revoked = false;  ///< may still push (into quarantine) and upload; may not read
};

}  // namespace hub
