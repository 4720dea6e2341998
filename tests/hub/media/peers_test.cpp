#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "sync/hub/http_server.h"
#include "tests/hub/media/uploads.h"
#include "tests/paths.h"

// Clients that are not ours; tests/hub/peers/README.md says how to have them.

TEST_CASE(
    "npm's tus-js-client uploads whole, in chunks, aborted and resumed, and is refused with a "
    "wrong hash")
{
    const std::filesystem::path folder = XUNCUN_PEERS;
    if (!std::filesystem::is_directory(folder / "node_modules" / "tus-js-client")) {
        std::cout << "SKIPPED: no tus-js-client in " << folder.string() << "\n";
        return;
    }
    hubtest::Uploads hub;
    const hub::HttpServer server(hub::HttpOptions(), hub.county.hub());
    const std::string command =
        "cd '" + folder.string() + "' && node " + XUNCUN_SOURCE_DIR +
        "/tests/hub/peers/tus_js_client.mjs http://127.0.0.1:" + std::to_string(server.port()) +
        " " + hub.tablet.token;
    CHECK(std::system(command.c_str()) == 0);
    CHECK(hub.store->counters().filesStored == 5);
}
