#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "sync/hub/http_server.h"
#include "tests/support/temporary_folder.h"

namespace {

class Hello final : public hub::Handler {
public:
    hub::Intake intake(const hub::Request&) override { return hub::WholeBody{1'000'000}; }
    hub::Response handle(const hub::Request& request) override
    {
        hub::Response response;
        response.body = "hello " + std::to_string(request.body.size());
        return response;
    }
};

/// What a command prints; empty when it fails.
std::string output(const std::string& command)
{
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    std::string text;
    std::array<char, 4096> piece{};
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        text.append(piece.data(), got);
    return ::pclose(pipe) == 0 ? text : std::string();
}

bool toolsMissing()
{
    if (!output("curl --version").empty() && !output("openssl version").empty()) return false;
    std::cout << "SKIPPED: no curl or openssl command\n";
    return true;
}

void makeCertificate(const support::TemporaryFolder& folder, const std::string& name)
{
    output(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
        "/CN=" +
        name + " -addext subjectAltName=DNS:localhost -keyout " + (folder / "key.pem") + " -out " +
        (folder / "chain.pem"));
}

std::string get(const hub::HttpServer& server, const std::string& certificate,
                const std::string& options = {})
{
    return output("curl -s --cacert " + certificate + " " + options +
                  " https://localhost:" + std::to_string(server.port()) + "/");
}

}  // namespace

TEST_CASE(
    "With a certificate the server speaks TLS 1.2 or newer, and reads a new certificate when told")
{
    if (toolsMissing()) return;
    const support::TemporaryFolder folder;
    makeCertificate(folder, "first");
    std::filesystem::copy(folder / "chain.pem", folder / "first.pem");
    hub::HttpOptions options;
    options.certificateFile = folder / "chain.pem";
    options.keyFile = folder / "key.pem";
    Hello hello;
    hub::HttpServer server(options, hello);
    CHECK(get(server, folder / "first.pem") == "hello 0");
    CHECK(get(server, folder / "first.pem", "-i").find("strict-transport-security") !=
          std::string::npos);
    CHECK(get(server, folder / "first.pem", "--tls-max 1.2") == "hello 0");
    CHECK(get(server, folder / "first.pem", "--tls-max 1.1").empty());
    std::ofstream(folder / "body") << std::string(300'000, 'x');
    CHECK(get(server, folder / "first.pem", "--data-binary @" + (folder / "body")) ==
          "hello 300000");

    std::ofstream(folder / "chain.pem") << "broken";
    CHECK_FALSE(server.reloadCertificate());
    CHECK(get(server, folder / "first.pem") == "hello 0");
    makeCertificate(folder, "second");
    CHECK(server.reloadCertificate());
    CHECK(get(server, folder / "chain.pem") == "hello 0");
    CHECK(get(server, folder / "first.pem").empty());
}

TEST_CASE("A certificate that cannot be read stops the server before it listens")
{
    hub::HttpOptions options;
    options.certificateFile = "/nowhere/chain.pem";
    options.keyFile = "/nowhere/key.pem";
    Hello hello;
    CHECK_THROWS_AS(hub::HttpServer(options, hello), std::runtime_error);
}
