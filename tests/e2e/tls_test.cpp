#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/crypto/random.h"
#include "core/crypto/sign.h"
#include "sync/client/curl_transport.h"
#include "sync/client/enrol.h"
#include "tests/e2e/demo_hub.h"
#include "tests/hub/media/hub_process.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace {
/// What a command prints; empty when it fails.
std::string output(const std::string& command)
{
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    std::string text;
    std::array<char, 4096> piece{};
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        text.append(piece.data(), got);
    while (text.ends_with('\n')) text.pop_back();
    return ::pclose(pipe) == 0 ? text : std::string();
}

/// A key and the certificate that it signed itself, and its pin.
struct Certificate {
    Certificate(const support::TemporaryFolder& folder, const std::string& name)
        : file(folder / (name + ".pem")), key(folder / (name + ".key"))
    {
        output(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
            "-subj /CN=" +
            name + " -addext subjectAltName=IP:127.0.0.1 -keyout " + key + " -out " + file);
        pin = "sha256//" + output("openssl x509 -in " + file +
                                  " -pubkey -noout | openssl pkey -pubin -outform der | openssl "
                                  "dgst -sha256 -binary | openssl base64");
    }
    std::string file;
    std::string key;
    std::string pin;
};
}  // namespace

TEST_CASE("A tablet speaks only to the hub whose key it was given, and never in clear text instead")
{
    if (output("openssl version").empty()) {
        std::cout << "SKIPPED: no openssl command\n";
        return;
    }
    const support::TemporaryFolder folder;
    const e2e::DemoHub plain(folder.path());
    const Certificate ours(folder, "ours");
    const Certificate other(folder, "other");
    REQUIRE(ours.pin.size() == 8 + 44);
    const support::TemporaryFolder secret;
    std::filesystem::copy(plain.data(), secret / "hub", std::filesystem::copy_options::recursive);
    std::filesystem::remove(secret / "hub/lock");
    const hubtest::HubProcess hub(secret / "hub", {},
                                  {"--certificate", ours.file, "--key", ours.key});
    REQUIRE(hub.port() != 0);
    const std::string url = "https://127.0.0.1:" + std::to_string(hub.port());
    const support::FakeClock clock;
    const crypto::KeyPair pair = crypto::newKeyPair();
    const store::DeviceKeys keys{std::string(32, 'a'), pair.publicKey, pair.secretKey};
    const auto enrol = [&](const std::string& at, const std::string& caFile,
                           const std::string& pin) {
        const auto transport =
            client::curlTransport({.hubUrl = at, .caFile = caFile, .pinnedKey = pin});
        const auto done = client::enrol(*transport, clock, crypto::randomBytes, keys,
                                        {at, client::ByCode{plain.codeOf("inspector")}, "平板"});
        return done ? std::string("enrolled") : done.error().code;
    };
    CHECK(enrol(url, {}, {}) == "net.tls");  // signed by nobody that this machine knows
    CHECK(enrol(url, other.file, {}) == "net.tls");
    CHECK(enrol(url, {}, other.pin) == "net.tls");
    CHECK(enrol(url, ours.file, other.pin) == "net.tls");
    CHECK(enrol(url, other.file, ours.pin) == "net.tls");
    CHECK(enrol("https://127.0.0.1:" + std::to_string(plain.port()), {}, ours.pin) == "net.tls");
    CHECK(enrol(url, ours.file, {}) == "enrolled");  // the code was not used up by any of those
    CHECK(enrol(url, {}, ours.pin) == "enrolled");   // the same installation may ask again
    CHECK(enrol(url, ours.file, ours.pin) == "enrolled");
}
