#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "core/domain/user.h"

// The hub is a function from Request to Response; sockets live in http_server.cpp alone.
namespace hub {

/// Headers by lower-case name; the last of equal names wins.
using Headers = std::map<std::string, std::string>;

/// The body of a request, pulled in pieces so that a photo is never held whole.
class BodyReader {
public:
    virtual ~BodyReader() = default;
    /// Fills up to `buffer.size()` bytes and returns how many; 0 at the end. Throws Cut when the
    /// client went away or was too slow: what was read before is good.
    virtual std::size_t read(std::span<std::byte> buffer) = 0;
};

/// The client went away in the middle of a body.
struct Cut {};

struct Request {
    std::string method;
    std::string path;                          ///< decoded, without query
    std::map<std::string, std::string> query;  ///< decoded
    Headers headers;
    std::optional<std::uint64_t> contentLength;
    std::string remote;          ///< address, for limits and the audit log
    BodyReader* body = nullptr;  ///< never null while an endpoint runs
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

/// Who asks, as the token says.
struct Caller {
    domain::User user;
    domain::DeviceId device;
    bool revoked = false;  ///< may still push (into quarantine) and upload; may not read
};

}  // namespace hub
