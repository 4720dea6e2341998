#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "core/store/outbox.h"
#include "sync/client/curl_transport.h"
#include "sync/client/session.h"
#include "tests/support/tablet.h"

using namespace support;

namespace {
/// Takes connections and never says a word.
class SilentHub {
public:
    SilentHub()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), length) == 0);
        REQUIRE(::listen(m_socket, 8) == 0);
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length);
        url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    }
    ~SilentHub() { ::close(m_socket); }

    std::string url;

private:
    int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
};
}  // namespace

TEST_CASE("A session that waits for a hub that says nothing stops within a second")
{
    const bool hasRecords = GENERATE(true, false);  // waits for the push's answer, or the feed's
    INFO("with records to send: " << hasRecords);
    const SilentHub hub;
    Tablet tablet;
    if (hasRecords) tablet.submitted("LJ");
    const auto transport =
        client::curlTransport({.hubUrl = hub.url, .caFile = {}, .pinnedKey = {}});
    std::atomic<bool> stop = false;
    client::SessionOptions options;
    options.mediaFolder = tablet.mediaFolder();
    options.stop = &stop;
    std::chrono::steady_clock::time_point asked;
    std::thread hurry([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        asked = std::chrono::steady_clock::now();
        stop = true;
    });
    const auto result =
        client::runSession(tablet.db(), *transport, tablet.clock(), seededBytes(1), options);
    const auto ended = std::chrono::steady_clock::now();
    hurry.join();
    REQUIRE(result.problem);
    CHECK(result.problem->code == "net.cancelled");
    CHECK(ended - asked < std::chrono::seconds(1));
    CHECK(store::Outbox(tablet.db()).unsettledCount() == (hasRecords ? 1 : 0));
}
