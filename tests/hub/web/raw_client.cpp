#include "tests/hub/web/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace testing {
namespace {

[[noreturn]] void fail(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace

RawClient::RawClient(std::uint16_t port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        fail("connect");
    const timeval patience{30, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

RawClient::~RawClient()
{
    if (m_socket >= 0) ::close(m_socket);
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_received(std::move(other.m_received))
{
}

void RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) fail("send");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::reset()
{
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(m_socket, -1));
}

bool RawClient::fill()
{
    char piece[16 * 1024];
    ssize_t got = 0;
    do got = ::recv(m_socket, piece, sizeof piece, 0);
    while (got < 0 && errno == EINTR);  // a fuzzer's alarm clock
    if (got < 0 && errno != ECONNRESET) fail("recv");
    if (got <= 0) return false;
    m_received.append(piece, static_cast<std::size_t>(got));
    return true;
}

RawClient::Answer RawClient::receive(bool head)
{
    Answer answer;
    std::size_t end = 0;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) return answer;
    }
    const std::string header = m_received.substr(0, end + 2);
    m_received.erase(0, end + 4);
    answer.status = std::stoi(header.substr(9, 3));
    for (std::size_t at = header.find("\r\n") + 2; at < header.size();) {
        const std::size_t stop = header.find("\r\n", at);
        const std::string line = header.substr(at, stop - at);
        const std::size_t colon = line.find(": ");
        answer.headers[lowerCase(line.substr(0, colon))] = line.substr(colon + 2);
        at = stop + 2;
    }
    if (const auto coding = answer.headers.find("transfer-encoding");
        coding != answer.headers.end() && coding->second == "chunked" && !head) {
        answer.body = receiveChunks();
        return answer;
    }
    const auto length = answer.headers.find("content-length");
    const std::size_t bytes =
        head || length == answer.headers.end() ? 0 : std::stoul(length->second);
    while (m_received.size() < bytes && fill()) {
    }
    answer.body = m_received.substr(0, bytes);
    m_received.erase(0, bytes);
    return answer;
}

std::string RawClient::receiveChunks()
{
    std::string body;
    for (;;) {
        std::size_t end = 0;
        while ((end = m_received.find("\r\n")) == std::string::npos)
            if (!fill()) return body;
        const std::size_t bytes = std::stoul(m_received.substr(0, end), nullptr, 16);
        while (m_received.size() < end + 2 + bytes + 2)
            if (!fill()) return body;
        body += m_received.substr(end + 2, bytes);
        m_received.erase(0, end + 2 + bytes + 2);
        if (bytes == 0) return body;
    }
}

bool RawClient::closesWithin(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd waiting{m_socket, POLLIN, 0};
        if (left.count() <= 0) return false;
        const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        if (!fill()) return true;
    }
}

}  // namespace testing
