#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "sync/client/curl_transport.h"
#include "sync/client/tus.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/words.h"
#include "tests/e2e/child.h"
#include "tests/e2e/cut_proxy.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/tablet.h"

using namespace e2e;

namespace {
namespace fs = std::filesystem;

/// npm's server knows uploads under another path and none of our headers: says for it what a hub
/// says.
class Foreign final : public client::Transport {
public:
    explicit Foreign(const std::string& url)
        : m_inner(client::curlTransport({.hubUrl = url, .caFile = {}, .pinnedKey = {}}))
    {
    }
    base::Result<client::Answer> send(const client::Request& request) override
    {
        client::Request asked = request;
        const std::string ours = protocol::path::uploads;
        if (asked.target.starts_with(ours)) asked.target.replace(0, ours.size(), "/files");
        auto answer = m_inner->send(asked);
        if (!answer) return answer;
        ++answered;
        answer->headers[protocol::header::protocol] = "1";
        answer->headers[protocol::header::nonce] = request.headers.at(protocol::header::nonce);
        if (answer->header(protocol::header::uploadOffset) == std::to_string(item.bytes))
            answer->headers[protocol::header::received] = item.sha256.value;
        answer->headers[protocol::header::headDigest] =
            protocol::headDigest(std::to_string(answer->status), answer->headers);
        return answer;
    }
    int answered = 0;
    store::MediaItem item;  ///< what is uploaded

private:
    std::unique_ptr<client::Transport> m_inner;
};

/// A free port, the server on it, and its folder.
struct TusServer {
    TusServer(const fs::path& peers, const std::string& folder)
        : files(folder + "/files"),
          child({"/usr/bin/env", "node", XUNCUN_SOURCE_DIR "/tests/bench/links/tus_server.mjs",
                 "127.0.0.1", "0", files, peers.string()},
                folder + "/server.log")
    {
        for (int tries = 0; port == 0 && tries < 300 && !child.ended(); ++tries, sleepMs(100)) {
            const std::string said = support::fileText(folder + "/server.log");
            if (said.ends_with("\n")) port = std::stoi(said);
        }
    }
    std::string files;
    Child child;
    int port = 0;
};

bool stored(const std::string& folder, const std::string& bytes)
{
    for (const auto& entry : fs::directory_iterator(folder))
        if (support::fileText(entry.path()) == bytes) return true;
    return false;
}
}  // namespace

TEST_CASE("Our client uploads to npm's tus server, at once, in pieces, and on after a cut")
{
    const fs::path peers = XUNCUN_PEERS;
    if (!fs::is_directory(peers / "node_modules" / "@tus" / "server")) {
        std::cout << "SKIPPED: no @tus/server in " << peers.string() << " (it wants node 20)\n";
        return;
    }
    support::Tablet tablet;
    const std::string folder = tablet.folder().path();
    TusServer server(peers, folder);
    REQUIRE(server.port != 0);
    CutProxy link(server.port, 700'000);
    Foreign network("http://127.0.0.1:" + std::to_string(link.port()));
    client::HubLink hub(network, tablet.clock(), crypto::randomBytes, "token");
    const base::RandomBytes random = crypto::randomBytes;
    client::SessionOptions options;
    client::Pace pace;
    client::Round round{tablet.db(), hub, tablet.clock(), random, options, pace};

    for (const std::size_t bytes :
         {std::size_t{40'000}, std::size_t{300'000}, std::size_t{900'000}}) {
        pace = {};
        for (int i = 0; i < 3; ++i) pace.piece.failed();  // small pieces, so that there are some
        const std::string photo = support::jpegLike(bytes, bytes);
        const std::string path = folder + "/" + std::to_string(bytes) + ".jpg";
        std::ofstream(path, std::ios::binary) << photo;
        store::MediaItem item;
        item.sha256 = {crypto::sha256(photo)};
        item.bytes = static_cast<std::int64_t>(photo.size());
        network.item = item;
        store::Media media(tablet.db());
        media.add(item);
        std::optional<client::TusUpload> upload(std::in_place, round, item, path, 0);
        for (int steps = 0; !upload->complete() && !upload->givenUp() && steps < 100; ++steps) {
            if (upload->step()) continue;
            // As the next session does, which has no answer to "have" here: asks where it stands.
            const store::MediaItem saved = media.find(item.sha256).value();
            upload.emplace(round, saved, path, saved.bytes);
        }
        CAPTURE(bytes);
        CHECK(upload->complete());
        CHECK(stored(server.files, photo));
    }
    CHECK(link.cuts() == 1);
    // What was before the cut is not sent again.
    CHECK(link.upBytes() < 1'240'000 + 300'000);
}
