#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "sync/hub/media/byte_range.h"
#include "sync/protocol/codec.h"
#include "tests/hub/media/uploads.h"

using hub::media::parseRange;
using hubtest::photoBytes;
using hubtest::Uploads;

namespace {

/// The photo on the hub, named by an inspection of 张三 in the first town.
std::string seenPhoto(Uploads& hub)
{
    auto inspection = hub.county.inspection(hub.tablet, hubtest::village11);
    std::string bytes = photoBytes(2000);
    auto entry = hub.county.photo(bytes);
    entry.sha256.value = crypto::sha256(bytes);
    entry.bytes = static_cast<std::int64_t>(bytes.size());
    inspection.photos.push_back(entry);
    hub.county.pushOne(hub.tablet, hub.county.submitted(hub.tablet, inspection));
    REQUIRE(hub.patch(hub.create(bytes), 0, bytes).status == 204);
    return bytes;
}

}  // namespace

TEST_CASE("The hub says which photos it has, which it lacks and from which byte")
{
    Uploads hub;
    const std::string whole = photoBytes(1000, 1);
    const std::string half = photoBytes(1000, 2);
    const std::string none = photoBytes(1000, 3);
    hub.patch(hub.create(whole), 0, whole);
    hub.patch(hub.create(half), 0, half.substr(0, 300));
    protocol::HaveRequest request;
    for (const std::string& photo : {whole, half, none})
        request.hashes.push_back({crypto::sha256(photo)});
    const auto response = hub.county.send(hub.tablet, "POST", "/v1/blobs/have",
                                          protocol::media::json, protocol::toBytes(request));
    REQUIRE(response.status == 200);
    const auto answer = protocol::haveAnswerFromBytes(response.body);
    REQUIRE(answer);
    CHECK(answer->missing == std::map<domain::Sha256, std::int64_t>{{{crypto::sha256(half)}, 300},
                                                                    {{crypto::sha256(none)}, 0}});
    CHECK(answer->whole == std::set<domain::Sha256>{{crypto::sha256(whole)}});
    CHECK(
        hub.county.send(hub.tablet, "POST", "/v1/blobs/have", protocol::media::json, "{").status ==
        400);
}

TEST_CASE("Asking what is there does not disturb an upload under way")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    hub::Intake running = hub.county.hub().intake(hub.patchOf(url, 0, {}));
    hub::BodySink& sink = *std::get<hub::StreamedBody>(running).sink;
    hub.county.send(hub.tablet, "POST", "/v1/blobs/have", protocol::media::json,
                    protocol::toBytes(protocol::HaveRequest{{{crypto::sha256(photo)}}}));
    CHECK_FALSE(sink.chunk(std::as_bytes(std::span(photo))));
    CHECK(sink.finish().status == 204);
}

TEST_CASE("A photo is read by those who may see its inspection, and by nobody else")
{
    Uploads hub;
    const std::string photo = seenPhoto(hub);
    const std::string path = "/v1/blobs/" + crypto::sha256(photo);
    hub::Request asked = hub.request("GET", path);
    asked.headers["xuncun-protocol"] = "1";
    const auto mine = hub.ask(asked);
    REQUIRE(mine.status == 200);
    REQUIRE(mine.file);
    CHECK(mine.file->length == photo.size());
    CHECK(mine.headers.at("content-type") == "image/jpeg");
    CHECK(mine.headers.at("cache-control").find("immutable") != std::string::npos);
    CHECK(crypto::sha256OfFile(mine.file->path)->sha256 == crypto::sha256(photo));
    for (const auto& [user, status] : {std::pair("wang", 200), {"chief", 200}, {"li", 404}}) {
        CAPTURE(user);
        CHECK(hub.county.get(hub.county.tabletOf(user), path).status == status);
    }
    CHECK(hub.county.get(hub.tablet, "/v1/blobs/" + std::string(64, '0')).status == 404);
    CHECK(hub.county.get(hub.tablet, "/v1/blobs/..").status == 404);
    CHECK(hub.county.get({}, path).status == 401);
}

TEST_CASE("A part of a photo is sent when a part is asked for")
{
    Uploads hub;
    const std::string photo = seenPhoto(hub);
    hub::Request asked = hub.request("GET", "/v1/blobs/" + crypto::sha256(photo));
    asked.headers["xuncun-protocol"] = "1";
    asked.headers["range"] = "bytes=500-";
    const auto tail = hub.ask(asked);
    CHECK(tail.status == 206);
    CHECK(tail.headers.at("content-range") == "bytes 500-1999/2000");
    CHECK(tail.file->offset == 500);
    CHECK(tail.file->length == 1500);
    asked.headers["if-range"] = "\"other\"";
    CHECK(hub.ask(asked).status == 200);
    asked.headers.erase("if-range");
    asked.headers["range"] = "bytes=2000-";
    const auto beyond = hub.ask(asked);
    CHECK(beyond.status == 416);
    CHECK(beyond.headers.at("content-range") == "bytes */2000");
    asked.headers["if-none-match"] = tail.headers.at("etag");
    const auto unchanged = hub.ask(asked);
    CHECK(unchanged.status == 304);
    CHECK(unchanged.headers.count("content-type") == 0);
}

TEST_CASE("A byte range is read as HTTP means it")
{
    const auto text = [](const std::string& range) {
        const auto parsed = parseRange(range, 100);
        return parsed ? std::to_string(parsed->first) + "+" + std::to_string(parsed->length)
                      : "whole";
    };
    CHECK(text("bytes=0-0") == "0+1");
    CHECK(text("bytes=10-") == "10+90");
    CHECK(text("bytes=90-200") == "90+10");
    CHECK(text("bytes=-10") == "90+10");
    CHECK(text("bytes=-200") == "0+100");
    CHECK(text("bytes=100-") == "0+0");
    CHECK(text("bytes=5-4") == "whole");
    CHECK(text("bytes=0-1,5-6") == "whole");
    CHECK(text("bytes=-") == "whole");
    CHECK(text("lines=0-1") == "whole");
    CHECK(text("bytes=+1-2") == "whole");
    CHECK(text("") == "whole");
}
