#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <system_error>

#include "core/crypto/hash.h"
#include "tests/hub/media/hub_process.h"
#include "tests/hub/media/uploads.h"
#include "tests/hub/web/raw_client.h"
#include "tests/paths.h"

using hubtest::HubProcess;
using hubtest::photoBytes;
using hubtest::textOf;
using hubtest::Uploads;
using testing::RawClient;

namespace {

/// The fault injector, built into a folder; empty, and says so, when its source or a compiler is
/// missing.
std::string injector(const std::filesystem::path& folder)
{
    const std::string source = std::string(XUNCUN_SHARED_TOOLS) + "/faultio.c";
    const std::string library = (folder / "faultio.so").string();
    const std::string command =
        "cc -shared -fPIC -O1 -o " + library + " '" + source + "' -ldl 2>/dev/null";
    if (std::filesystem::exists(source) && std::system(command.c_str()) == 0) return library;
    std::cout << "SKIPPED: no fault injector from " << source << "\n";
    return {};
}

/// 0 when the hub was not there or went away.
int statusOf(std::uint16_t port, const hub::Request& request)
{
    try {
        RawClient client(port);
        client.send(textOf(request));
        return client.receive(request.method == "HEAD").status;
    } catch (const std::system_error&) {
        return 0;
    }
}

/// The upload as a tablet does it: created, sent from the start, whatever happens.
int upload(std::uint16_t port, const Uploads& hub, const std::string& photo)
{
    try {
        RawClient client(port);
        client.send(textOf(hub.creation(photo)));
        const auto created = client.receive();
        if (created.status != 201) return created.status;
        const auto offset = std::stoul(created.headers.at("upload-offset"));
        const auto url = created.headers.at("location");
        return statusOf(port,
                        hub.patchOf(url, static_cast<std::int64_t>(offset), photo.substr(offset)));
    } catch (const std::system_error&) {
        return 0;
    }
}

bool isWhole(const Uploads& hub, const std::string& photo)
{
    const auto hash = crypto::sha256OfFile(hub.fileOf(photo).string());
    return hash && hash->sha256 == crypto::sha256(photo);
}

}  // namespace

TEST_CASE(
    "Whatever write fails, no photo is acknowledged that is not there, and the next try brings it")
{
    hubtest::TempFolder tools;
    const std::string library = injector(tools.path);
    if (library.empty()) return;
    for (const std::string mode : {"enospc", "eio", "fsyncerr", "short", "kill", "torn"}) {
        Uploads hub;
        bool reached = true;
        for (std::uint64_t n = 0; reached && n < 200; ++n) {
            CAPTURE(mode, n);
            const std::string photo = photoBytes(20'000, n);
            {
                HubProcess faulty(hub.county.folder.path,
                                  {{"LD_PRELOAD", library},
                                   {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                   {"FI_MATCH", hub.county.folder.path.string()},
                                   {"FI_AFTER", std::to_string(n)},
                                   {"FI_MODE", mode}});
                const int status = faulty.port() == 0 ? 0 : upload(faulty.port(), hub, photo);
                const bool known = status == 0 || status == 204 || status == 503 || status == 507;
                CAPTURE(status);
                CHECK(known);
                if (status == 204) CHECK(isWhole(hub, photo));
                reached = status != 204 || mode == "short";
                if (mode == "short" && n > 20) reached = false;
            }
            HubProcess sound(hub.county.folder.path);
            REQUIRE(sound.port() != 0);
            const int status = upload(sound.port(), hub, photo);
            const bool done = status == 204 || status == 409;
            CAPTURE(status);
            CHECK(done);
            CHECK(isWhole(hub, photo));
            CHECK(hub.has(photo));
        }
        CHECK_FALSE(reached);
    }
}
