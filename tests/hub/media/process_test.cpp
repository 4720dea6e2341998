#include <signal.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "tests/hub/media/hub_process.h"
#include "tests/hub/media/uploads.h"
#include "tests/hub/web/raw_client.h"

using hubtest::HubProcess;
using testing::RawClient;

namespace {
RawClient::Answer get(const HubProcess& hub, const std::string& path,
                      const std::string& header = {})
{
    RawClient client(hub.port());
    client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
    return client.receive();
}

bool ran(const std::string& command)
{
    return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
}
}  // namespace

TEST_CASE("A serving hub says that it is well, and its figures to its own machine only")
{
    hubtest::Uploads county;
    HubProcess hub(county.county.folder.path);
    REQUIRE(hub.port() != 0);
    CHECK(get(hub, "/healthz").status == 200);
    CHECK(get(hub, "/healthz").body == "ok\n");
    const auto figures = get(hub, "/metrics");
    CHECK(figures.status == 200);
    for (const char* name : {"\nxuncun_connections ", "\nxuncun_commits_total ",
                             "\nxuncun_requests_total{method=\"GET\",status=\"200\"} 2\n"})
        CHECK(figures.body.find(name) != std::string::npos);
    CHECK(get(hub, "/metrics", "X-Forwarded-For: 192.0.2.1\r\n").status == 404);
    CHECK(hub.stop() == 0);
}

TEST_CASE("On SIGHUP a serving hub reads its certificate again and goes on")
{
    if (!ran("openssl version") || !ran("curl --version")) {
        std::cout << "SKIPPED: no curl or openssl command\n";
        return;
    }
    hubtest::Uploads county;
    const hubtest::TempFolder folder;
    const std::string chain = (folder.path / "chain.pem").string();
    const std::string key = (folder.path / "key.pem").string();
    const std::string first = (folder.path / "first.pem").string();
    const auto make = [&] {
        return ran(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
            "-days 2 -subj /CN=hub -addext subjectAltName=DNS:localhost -keyout " +
            key + " -out " + chain);
    };
    REQUIRE(make());
    std::filesystem::copy(chain, first);
    HubProcess hub(county.county.folder.path, {}, {"--certificate", chain, "--key", key});
    REQUIRE(hub.port() != 0);
    const auto answers = [&](const std::string& certificate) {
        return ran("curl -sf --cacert " + certificate +
                   " https://localhost:" + std::to_string(hub.port()) + "/healthz");
    };
    CHECK(answers(first));
    REQUIRE(make());
    ::kill(hub.pid(), SIGHUP);
    bool taken = false;
    for (int tries = 0; !taken && tries < 100; ++tries) taken = answers(chain);
    CHECK(taken);
    CHECK_FALSE(answers(first));
    CHECK(hub.stop() == 0);
}
