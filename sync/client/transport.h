#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace client {

using Headers = std::map<std::string, std::string>;  ///< names in lower case

/// Part of a file as a request's body, read as it is sent and never held whole.
struct FilePart {
    std::string path;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

/// Where the body of an answer with status 200 or 206 goes instead of into memory.
struct Download {
    std::string path;  ///< created or written to
    std::int64_t offset =
        0;  ///< where in the file the answer's first byte belongs; cut there first
    std::int64_t limitBytes = 0;  ///< a longer body fails with "net.too_large"
};

struct Request {
    std::string method = "GET";
    std::string target;  ///< path and query, encoded
    Headers headers;
    std::string body;
    std::optional<FilePart> file;  ///< instead of `body`
    std::optional<Download> download;
    std::size_t answerLimitBytes = 1024 * 1024;  ///< of a body in memory: "net.too_large"
    std::chrono::milliseconds deadline = std::chrono::seconds(60);
    /// Called several times a second until the answer is there, with the bytes of the body that
    /// were handed to the network so far; false gives up ("net.cancelled").
    std::function<bool(std::int64_t sent)> onSent = {};
};

struct Answer {
    int status = 0;
    Headers headers;
    std::string body;
    std::int64_t downloadedBytes = 0;

    /// The header's value, or empty text.
    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

/// Carries one request to wherever the tablet was told its hub is and brings the answer, whatever
/// it says: who answered is for the caller to find out. Redirects are answers, not followed.
///
/// A failure means that the outcome is unknown: the request may have arrived whole. Codes:
/// "net.unreachable", "net.tls", "net.timeout", "net.slow" (under the minimum speed), "net.cut",
/// "net.too_large", "net.cancelled", and "net.file" when the file could not be read or written.
/// One object a thread.
class Transport {
public:
    virtual ~Transport() = default;
    virtual base::Result<Answer> send(const Request& request) = 0;
    /// The same for each of them, in any order or side by side; returns when all have come to an
    /// end, each with its own outcome.
    virtual std::vector<base::Result<Answer>> sendAll(const std::vector<Request>& requests)
    {
        std::vector<base::Result<Answer>> answers;
        for (const Request& request : requests) answers.push_back(send(request));
        return answers;
    }
};

}  // namespace client
