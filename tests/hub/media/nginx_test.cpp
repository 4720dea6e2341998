#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>
#include <system_error>
#include <thread>

#include "tests/hub/media/hub_process.h"
#include "tests/hub/media/uploads.h"
#include "tests/hub/web/raw_client.h"
#include "tests/paths.h"
#include "tests/support/dies_with_us.h"

using namespace std::chrono_literals;
using hubtest::photoBytes;
using hubtest::textOf;
using hubtest::Uploads;
using testing::RawClient;

namespace {

/// nginx as a process of its own, with our example's server block on a plain port in front of a
/// hub.
class Nginx {
public:
    Nginx(const std::filesystem::path& folder, std::uint16_t hubPort, std::uint16_t port,
          bool buffered)
    {
        std::ifstream file(std::string(XUNCUN_SOURCE_DIR) + "/packaging/xuncun-hub.nginx.conf");
        std::string server{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        server = std::regex_replace(server, std::regex("listen 443 ssl http2"),
                                    "listen 127.0.0.1:" + std::to_string(port));
        server = std::regex_replace(server, std::regex(" *ssl_[^;]*;"), "");
        server = std::regex_replace(server, std::regex("127.0.0.1:8470;"),
                                    "127.0.0.1:" + std::to_string(hubPort) + ";");
        if (buffered)
            server = std::regex_replace(server, std::regex("proxy_request_buffering off"),
                                        "proxy_request_buffering on");
        const std::string at = folder.string();
        std::ofstream(folder / "nginx.conf")
            << "daemon off; master_process off; pid " << at << "/pid; error_log " << at
            << "/error.log;\nevents {}\nhttp { access_log off; client_body_temp_path " << at
            << "/body; proxy_temp_path " << at << "/proxy; fastcgi_temp_path " << at
            << "/fastcgi; uwsgi_temp_path " << at << "/uwsgi; scgi_temp_path " << at << "/scgi;\n"
            << server << "}\n";
        m_pid = support::forkToDieWithUs();
        if (m_pid == 0) {
            ::execlp("nginx", "nginx", "-p", at.c_str(), "-c", (at + "/nginx.conf").c_str(), "-e",
                     (at + "/error.log").c_str(), nullptr);
            ::_exit(127);
        }
    }
    ~Nginx()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

private:
    pid_t m_pid;
};

bool nginxMissing()
{
    if (std::system("nginx -v 2>/dev/null") == 0) return false;
    std::cout << "SKIPPED: no nginx\n";
    return true;
}

std::uint16_t freePort()
{
    return static_cast<std::uint16_t>(20'000 + ::getpid() % 20'000);
}

RawClient connectTo(std::uint16_t port)
{
    for (int attempt = 0;; ++attempt) {
        try {
            return RawClient(port);
        } catch (const std::system_error&) {
            if (attempt == 200) throw;
            std::this_thread::sleep_for(50ms);
        }
    }
}

/// How much of a photo the hub has after the connection to the proxy was cut at two thirds.
std::string offsetAfterCut(bool buffered, std::string& finished)
{
    Uploads hub;
    const hubtest::TempFolder folder;
    const hubtest::HubProcess process(hub.county.folder.path);
    const std::uint16_t port = freePort();
    const Nginx nginx(folder.path, process.port(), port, buffered);
    const std::string photo = photoBytes(300'000);
    RawClient first = connectTo(port);
    first.send(textOf(hub.creation(photo)));
    const auto created = first.receive();
    REQUIRE(created.status == 201);
    const std::string url = created.headers.at("location");
    {
        RawClient client(port);
        client.send(textOf(hub.patchOf(url, 0, photo.substr(0, 200'000)), 300'000));
        std::this_thread::sleep_for(500ms);
    }
    const auto head = [&] {
        RawClient client(port);
        client.send(textOf(hub.request("HEAD", url)));
        return client.receive(true).headers.at("upload-offset");
    };
    const std::string offset = head();
    const std::size_t at = std::stoul(offset);
    RawClient client(port);
    client.send(textOf(hub.patchOf(url, static_cast<std::int64_t>(at), photo.substr(at))));
    CHECK(client.receive().status == 204);
    finished = hub.has(photo) ? "whole" : "missing";
    RawClient prober(port);
    prober.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(prober.receive().status == 404);
    return offset;
}

}  // namespace

TEST_CASE(
    "Behind nginx as in our example a cut upload goes on where it stopped; with its default it "
    "would not")
{
    if (nginxMissing()) return;
    std::string finished;
    CHECK(offsetAfterCut(false, finished) == "200000");
    CHECK(finished == "whole");
    CHECK(offsetAfterCut(true, finished) == "0");
    CHECK(finished == "whole");
}
