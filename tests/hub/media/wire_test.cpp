#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <thread>

#include "core/crypto/hash.h"
#include "sync/hub/http_server.h"
#include "sync/protocol/codec.h"
#include "tests/hub/media/hub_process.h"
#include "tests/hub/media/uploads.h"
#include "tests/hub/web/raw_client.h"
#include "tests/paths.h"
#include "tests/support/shared_data.h"

using namespace std::chrono_literals;
using hubtest::photoBytes;
using hubtest::textOf;
using hubtest::Uploads;
using testing::RawClient;

namespace {

RawClient::Answer ask(RawClient& client, const hub::Request& request)
{
    client.send(textOf(request));
    return client.receive(request.method == "HEAD");
}

RawClient::Answer ask(std::uint16_t port, const hub::Request& request)
{
    RawClient client(port);
    return ask(client, request);
}

std::size_t offsetOf(std::uint16_t port, const Uploads& hub, const std::string& url)
{
    return std::stoul(ask(port, hub.request("HEAD", url)).headers.at("upload-offset"));
}

RawClient::Answer sendRest(std::uint16_t port, const Uploads& hub, const std::string& url,
                           const std::string& photo)
{
    const std::size_t offset = offsetOf(port, hub, url);
    return ask(port, hub.patchOf(url, static_cast<std::int64_t>(offset), photo.substr(offset)));
}

std::string codeOf(const RawClient::Answer& answer)
{
    return protocol::problemFromBytes(answer.status, answer.body)->error.code;
}

struct Served : Uploads {
    hub::HttpServer server{hub::HttpOptions(), county.hub()};
};

}  // namespace

TEST_CASE("A connection cut by a reset costs at most what was on the way")
{
    Served hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = ask(hub.server.port(), hub.creation(photo)).headers.at("location");
    {
        RawClient client(hub.server.port());
        const auto request = hub.patchOf(url, 0, photo.substr(0, 200'000));
        client.send(textOf(request, 300'000));
        while (hub.store->counters().bytesReceived < 200'000) std::this_thread::sleep_for(1ms);
        client.reset();
    }
    CHECK(offsetOf(hub.server.port(), hub, url) == 200'000);
    CHECK(sendRest(hub.server.port(), hub, url, photo).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("A client whose connection hangs goes on over another at once")
{
    Served hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = ask(hub.server.port(), hub.creation(photo)).headers.at("location");
    RawClient hanging(hub.server.port());
    hanging.send(textOf(hub.patchOf(url, 0, photo.substr(0, 100'000)), 300'000));
    while (hub.store->counters().bytesReceived < 100'000) std::this_thread::sleep_for(1ms);
    CHECK(sendRest(hub.server.port(), hub, url, photo).status == 204);
    CHECK(hub.has(photo));
    hanging.send(photo.substr(100'000));
    CHECK(hanging.receive().status == 409);
}

TEST_CASE("Of two uploads sent at one offset at the same time exactly one is taken")
{
    Served hub;
    for (std::uint64_t round = 0; round < 10; ++round) {
        const std::string photo = photoBytes(200'000, round);
        const std::string url = ask(hub.server.port(), hub.creation(photo)).headers.at("location");
        const auto request = hub.patchOf(url, 0, photo);
        int statuses[2] = {};
        std::thread first([&] { statuses[0] = ask(hub.server.port(), request).status; });
        std::thread second([&] { statuses[1] = ask(hub.server.port(), request).status; });
        first.join();
        second.join();
        CAPTURE(round, statuses[0], statuses[1]);
        CHECK((statuses[0] == 204) != (statuses[1] == 204));
        CHECK(hub.has(photo));
    }
}

TEST_CASE(
    "A piece said to be longer than the rest was changed on its way: refused as that, nothing lost")
{
    Served hub;
    const std::string photo = photoBytes(5'000);
    const std::string url = ask(hub.server.port(), hub.creation(photo)).headers.at("location");
    ask(hub.server.port(), hub.patchOf(url, 0, photo.substr(0, 2'000)));
    RawClient client(hub.server.port());
    client.send(textOf(hub.patchOf(url, 2'000, photo.substr(2'000)), 3'001));
    const auto refused = client.receive();
    CHECK(refused.status == 413);
    CHECK(codeOf(refused) == "http.length");
    CHECK(offsetOf(hub.server.port(), hub, url) == 2'000);
    CHECK(sendRest(hub.server.port(), hub, url, photo).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("A photo in chunked encoding is taken, one that grows too long is not")
{
    Served hub;
    const std::string photo = photoBytes(5'000);
    const auto chunked = [&](const std::string& whole, const std::string& body) {
        const auto url = ask(hub.server.port(), hub.creation(whole)).headers.at("location");
        std::string text = textOf(hub.patchOf(url, 0, {}));
        text.replace(text.find("content-length: 0"), 17, "transfer-encoding: chunked");
        char size[16];
        std::snprintf(size, sizeof size, "%zx\r\n", body.size());
        RawClient client(hub.server.port());
        client.send(text + size + body + "\r\n0\r\n\r\n");
        return client.receive();
    };
    CHECK(chunked(photo, photo).status == 204);
    CHECK(hub.has(photo));
    const std::string other = photoBytes(5'000, 2);
    const auto refused = chunked(other, other + "!");
    CHECK(refused.status == 413);
    CHECK(codeOf(refused) == "http.length");
}

TEST_CASE("Real photos come back byte for byte, whole and in parts")
{
    if (support::sharedDataMissing("photos")) return;
    Served hub;
    RawClient client(hub.server.port());
    auto inspection = hub.county.inspection(hub.tablet, hubtest::village11);
    std::vector<std::string> photos;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(XUNCUN_SHARED_DATA) / "photos")) {
        std::ifstream file(entry.path(), std::ios::binary);
        photos.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        auto listed = hub.county.photo(photos.back());
        listed.sha256.value = crypto::sha256(photos.back());
        listed.bytes = static_cast<std::int64_t>(photos.back().size());
        inspection.photos.push_back(listed);
    }
    REQUIRE(hub.county.pushOne(hub.tablet, hub.county.submitted(hub.tablet, inspection)).outcome ==
            protocol::Outcome::applied);
    for (const std::string& photo : photos) {
        const auto created = ask(client, hub.creation(photo));
        REQUIRE(created.status == 201);
        REQUIRE(ask(client, hub.patchOf(created.headers.at("location"), 0, photo)).status == 204);
        auto get = hub.request("GET", "/v1/blobs/" + crypto::sha256(photo));
        get.headers["xuncun-protocol"] = "1";
        CHECK(ask(client, get).body == photo);
        get.headers["range"] = "bytes=1000-1999";
        CHECK(ask(client, get).body == photo.substr(1000, 1000));
    }
}

TEST_CASE(
    "A hub killed in the middle of uploads keeps what it acknowledged and goes on with the rest")
{
    Uploads hub;
    std::vector<std::string> stored;
    for (std::uint64_t round = 0; round < 3; ++round) {
        const std::string photo = photoBytes(3'500'000, round);
        const std::string small = photoBytes(30'000, 100 + round);
        std::string url;
        {
            hubtest::HubProcess process(hub.county.folder.path);
            url = ask(process.port(), hub.creation(photo)).headers.at("location");
            const auto smallUrl = ask(process.port(), hub.creation(small)).headers.at("location");
            CHECK(ask(process.port(), hub.patchOf(smallUrl, 0, small)).status == 204);
            stored.push_back(small);
            RawClient client(process.port());
            client.send(textOf(hub.patchOf(url, 0, photo.substr(0, 3'000'000)),
                               static_cast<std::int64_t>(photo.size())));
            std::this_thread::sleep_for(std::chrono::milliseconds(100 + 60 * round));
            process.kill();
        }
        hubtest::HubProcess again(hub.county.folder.path);
        const auto head = ask(again.port(), hub.request("HEAD", url));
        if (head.status != 200) {
            CHECK(head.status == 404);
            CHECK(ask(again.port(), hub.creation(photo)).headers.at("location") == url);
        }
        CHECK(sendRest(again.port(), hub, url, photo).status == 204);
        stored.push_back(photo);
        CHECK(again.stop() == 0);
    }
    for (const std::string& photo : stored) {
        CHECK(hub.has(photo));
        CHECK(crypto::sha256OfFile(hub.fileOf(photo).string())->sha256 == crypto::sha256(photo));
    }
}

TEST_CASE("A hub told to stop while a photo comes keeps what came")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    hubtest::HubProcess process(hub.county.folder.path);
    const std::string url = ask(process.port(), hub.creation(photo)).headers.at("location");
    {
        RawClient client(process.port());
        client.send(textOf(hub.patchOf(url, 0, photo.substr(0, 200'000)), 300'000));
        std::this_thread::sleep_for(200ms);
    }
    CHECK(process.stop() == 0);
    hubtest::HubProcess again(hub.county.folder.path);
    CHECK(offsetOf(again.port(), hub, url) == 200'000);
    CHECK(sendRest(again.port(), hub, url, photo).status == 204);
    CHECK(hub.has(photo));
}
