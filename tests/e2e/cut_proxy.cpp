#include "tests/e2e/cut_proxy.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

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

void closePair(const CutProxy::Pair& pair)
{
    ::close(pair.hub);
    reset(pair.client);
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

void CutProxy::cutRequest(int number, Cut how)
{
    m_how = how;
    m_cutAtRequest = number;
}

void CutProxy::serve()
{
    std::vector<Pair> pairs;
    while (!m_stop) {
        std::vector<pollfd> ready{{m_listener, POLLIN, 0}};
        for (const Pair& pair : pairs) {
            ready.push_back({pair.client, POLLIN, 0});
            ready.push_back({pair.hub, POLLIN, 0});
        }
        if (::poll(ready.data(), ready.size(), 50) <= 0) continue;
        const int cutsBefore = m_cuts;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const bool fromHub = ready[2 * i + 2].revents != 0;
            const bool fromClient = ready[2 * i + 1].revents != 0;
            if ((!fromHub || down(pairs[i])) && (!fromClient || up(pairs[i]))) continue;
            closePair(pairs[i]);
            pairs[i].client = -1;
        }
        if (m_cuts > cutsBefore) {  // the link, so everything on it
            for (const Pair& pair : pairs)
                if (pair.client >= 0) closePair(pair);
            pairs.clear();
        }
        std::erase_if(pairs, [](const Pair& pair) { return pair.client < 0; });
        if (ready[0].revents != 0) accept(pairs);
    }
    for (const Pair& pair : pairs) closePair(pair);
}

void CutProxy::accept(std::vector<Pair>& pairs) const
{
    const Pair pair{::accept(m_listener, nullptr, nullptr),
                    ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const sockaddr_in address = loopback(m_hubPort);
    if (::connect(pair.hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        pairs.push_back(pair);
    else
        closePair(pair);
}

bool CutProxy::down(Pair& pair)
{
    std::array<char, 8192> buffer{};
    const ssize_t got = ::recv(pair.hub, buffer.data(), buffer.size(), 0);
    if (got > 0 && pair.losesAnswer) {
        m_cuts += 1;
        return false;
    }
    if (got <= 0 || !sendAll(pair.client, buffer.data(), got)) return false;
    pair.answered = true;
    m_down += got;
    return true;
}

bool CutProxy::isCut(Pair& pair, ssize_t& bytes)
{
    const std::int64_t limit = m_cutAfterUp;
    if (limit > 0 && m_up + bytes >= limit) {
        bytes = static_cast<ssize_t>(limit - m_up);
        m_cutAfterUp = 0;
        return true;
    }
    const bool begins = std::exchange(pair.answered, false);
    if (!begins || m_cutAtRequest == 0 || --m_cutAtRequest > 0) return false;
    pair.losesAnswer = m_how == Cut::answer;
    if (pair.losesAnswer) return false;
    bytes = m_how == Cut::request ? bytes / 2 : 0;
    return true;
}

bool CutProxy::up(Pair& pair)
{
    std::array<char, 8192> buffer{};
    ssize_t got = ::recv(pair.client, buffer.data(), buffer.size(), 0);
    if (got <= 0) return false;
    const bool cut = isCut(pair, got);
    if (!sendAll(pair.hub, buffer.data(), got)) return false;
    m_up += got;
    m_cuts += cut ? 1 : 0;
    return !cut;
}

}  // namespace e2e
