#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace testing {

/// A socket to a server on loopback that sends exactly the bytes it is told, to be as rude as a
/// test needs.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(std::string_view bytes);
    /// No more will be sent, the answer is still read.
    void finishSending();
    /// Goes away at once, with a reset.
    void reset();
    /// One answer: header and body by Content-Length or in chunks (none after HEAD). Empty status 0
    /// when the server closed.
    struct Answer {
        int status = 0;
        std::map<std::string, std::string> headers;  ///< names in lower case
        std::string body;
    };
    Answer receive(bool head = false);
    /// Whether the server closes within `patience`; what it sends before is thrown away.
    bool closesWithin(std::chrono::milliseconds patience);

private:
    bool fill();
    std::string receiveChunks();

    int m_socket;
    std::string m_received;
};

}  // namespace testing
