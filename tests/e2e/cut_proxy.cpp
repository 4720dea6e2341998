#include "tests/e2e/cut_proxy.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace e2e {

namespace {
sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// The connection is torn down without a goodbye.
void reset(int socket)
{
    const linger hard{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(socket);
}

bool sendAll(int socket, const char* data, ssize_t bytes)
{
    while (bytes > 0) {
        const ssize_t sent = ::send(socket, data, static_cast<std::size_t>(bytes), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        data += sent;
        bytes -= sent;
    }
    return true;
}
}  // namespace

CutProxy::CutProxy(int hubPort, std::int64_t cutAfterUp)
    : m_hubPort(hubPort), m_cutAfterUp(cutAfterUp)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("no loopback port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

CutProxy::~CutProxy()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

void CutProxy::serve()
{
    while (!m_stop) {
        pollfd ready{m_listener, POLLIN, 0};
        if (::poll(&ready, 1, 50) <= 0) continue;
        const int client = ::accept(m_listener, nullptr, nullptr);
        const int hub = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(m_hubPort);
        if (::connect(hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            carry(client, hub);
        ::close(hub);
        reset(client);
    }
}

void CutProxy::carry(int client, int hub)
{
    std::array<char, 8192> buffer{};
    while (!m_stop) {
        std::array<pollfd, 2> ready{{{client, POLLIN, 0}, {hub, POLLIN, 0}}};
        if (::poll(ready.data(), 2, 50) <= 0) continue;
        if (ready[1].revents != 0) {
            const ssize_t got = ::recv(hub, buffer.data(), buffer.size(), 0);
            if (got <= 0 || !sendAll(client, buffer.data(), got)) return;
            m_down += got;
        }
        if (ready[0].revents != 0) {
            ssize_t got = ::recv(client, buffer.data(), buffer.size(), 0);
            if (got <= 0) return;
            const std::int64_t limit = m_cutAfterUp;
            const bool cut = limit > 0 && m_up + got >= limit;
            if (cut) got = static_cast<ssize_t>(limit - m_up);
            if (!sendAll(hub, buffer.data(), got)) return;
            m_up += got;
            if (cut) {
                m_cutAfterUp = 0;
                m_cuts += 1;
                return;
            }
        }
    }
}

}  // namespace e2e
