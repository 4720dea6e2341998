#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "tests/hub/media/uploads.h"

using hubtest::photoBytes;
using hubtest::toBase64;
using hubtest::Uploads;

namespace {

std::string sha1Of(const std::string& text)
{
    // "hello" and a wrong one are all that is needed here.
    return text == "hello" ? "qvTGHdzF6KLavt4PO0gs2a6pQ00=" : "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
}

}  // namespace

TEST_CASE("The hub says which tus it speaks, whatever version is asked for")
{
    Uploads hub;
    auto asked = hub.request("OPTIONS", "/v1/uploads");
    asked.headers["tus-resumable"] = "0.2.2";
    const auto response = hub.ask(asked);
    CHECK(response.status == 204);
    CHECK(response.headers.at("tus-version") == "1.0.0");
    CHECK(response.headers.at("tus-extension") ==
          "creation,creation-with-upload,checksum,expiration,termination");
    CHECK(response.headers.at("tus-checksum-algorithm") == "sha1,sha256");
    CHECK(response.headers.at("tus-max-size") == "62914560");
    CHECK(response.headers.count("tus-resumable") == 0);
}

TEST_CASE("Another version of tus is refused before anything happens")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    for (auto asked : {hub.creation(photo), hub.patchOf(url, 0, photo), hub.request("HEAD", url),
                       hub.request("DELETE", url)}) {
        for (const char* version : {"0.2.2", ""}) {
            CAPTURE(asked.method, version);
            asked.headers["tus-resumable"] = version;
            const auto response = hub.ask(asked);
            CHECK(response.status == 412);
            CHECK(response.headers.at("tus-version") == "1.0.0");
            CHECK(response.headers.at("tus-resumable") == "1.0.0");
        }
    }
    CHECK(hub.offset(url) == "0");
}

TEST_CASE("A photo goes up in pieces and is there when the last byte is acknowledged")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    const auto first = hub.patch(url, 0, photo.substr(0, 100'000));
    CHECK(first.status == 204);
    CHECK(first.headers.at("upload-offset") == "100000");
    CHECK(first.headers.at("tus-resumable") == "1.0.0");
    CHECK(first.headers.count("upload-expires") == 1);
    const auto head = hub.head(url);
    CHECK(head.headers.at("upload-offset") == "100000");
    CHECK(head.headers.at("upload-length") == "300000");
    CHECK(head.headers.at("upload-metadata") == hub.creation(photo).headers.at("upload-metadata"));
    CHECK(head.headers.at("cache-control") == "no-store");
    CHECK(head.headers.count("xuncun-received") == 0);
    CHECK_FALSE(hub.has(photo));
    const auto last = hub.patch(url, 100'000, photo.substr(100'000));
    CHECK(last.headers.at("upload-offset") == "300000");
    CHECK(last.headers.at("xuncun-received") == crypto::sha256(photo));
    CHECK(hub.has(photo));
    CHECK(hub.head(url).headers.at("xuncun-received") == crypto::sha256(photo));
    CHECK(crypto::sha256OfFile(hub.fileOf(photo).string())->sha256 == crypto::sha256(photo));
    CHECK(hub.offset(url) == "300000");
}

TEST_CASE("A creation that is repeated gives the same upload, to the same device only")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    hub.patch(url, 0, photo.substr(0, 400));
    const auto again = hub.ask(hub.creation(photo));
    CHECK(again.headers.at("location") == url);
    CHECK(again.headers.at("upload-offset") == "400");
    hub.tablet = hub.county.tabletOf("li");
    CHECK(hub.create(photo) != url);
}

TEST_CASE("A photo that the hub has is complete as soon as anybody begins it")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    hub.patch(hub.create(photo), 0, photo);
    hub.tablet = hub.county.tabletOf("li");
    const auto response = hub.ask(hub.creation(photo));
    CHECK(response.status == 201);
    CHECK(response.headers.at("upload-offset") == "1000");
    CHECK(hub.offset(response.headers.at("location")) == "1000");
    CHECK(hub.patch(response.headers.at("location"), 0, photo).status == 409);
}

TEST_CASE("A creation may carry the photo or its beginning")
{
    Uploads hub;
    const std::string photo = photoBytes(5000);
    auto asked = hub.creation(photo);
    asked.headers["content-type"] = "application/offset+octet-stream";
    asked.body = photo.substr(0, 2000);
    const auto response = hub.ask(asked);
    CHECK(response.status == 201);
    CHECK(response.headers.at("upload-offset") == "2000");
    const auto again = hub.ask(asked);
    CHECK(again.status == 201);
    CHECK(again.headers.at("upload-offset") == "2000");
    CHECK(hub.patch(response.headers.at("location"), 2000, photo.substr(2000)).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("A bad creation is refused and begins nothing")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const auto status = [&](const std::string& header, const std::string& value) {
        auto asked = hub.creation(photo);
        asked.headers[header] = value;
        return hub.ask(asked).status;
    };
    CHECK(status("upload-length", "") == 400);
    CHECK(status("upload-length", "0") == 400);
    CHECK(status("upload-length", "-1") == 400);
    CHECK(status("upload-length", "12x") == 400);
    CHECK(status("upload-length", "99999999999999999999") == 400);
    CHECK(status("upload-length", "8388609") == 413);
    CHECK(status("upload-defer-length", "1") == 400);
    CHECK(status("upload-metadata", "") == 400);
    CHECK(status("upload-metadata", "sha256") == 400);
    CHECK(status("upload-metadata", "sha256 !!") == 400);
    CHECK(status("upload-metadata", "sha256 " + toBase64("abc")) == 400);
    CHECK(status("upload-metadata", "sha256 " + toBase64(std::string(64, 'A'))) == 400);
    const std::string good = "sha256 " + toBase64(crypto::sha256(photo));
    CHECK(status("upload-metadata", good + "," + good) == 400);
    CHECK(status("upload-metadata", good + ",x " + std::string(3000, 'A')) == 400);
    CHECK(status("authorization", "Bearer wrong") == 401);
    CHECK(hub.store->open() == 0);
}

TEST_CASE("A piece of the wrong type, place or length is refused and changes nothing")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    hub.patch(url, 0, photo.substr(0, 400));
    auto typed = hub.patchOf(url, 400, photo.substr(400));
    typed.headers["content-type"] = "application/octet-stream";
    CHECK(hub.ask(typed).status == 415);
    CHECK(hub.patch(url, 0, photo).status == 409);
    CHECK(hub.patch(url, 401, photo.substr(401)).status == 409);
    auto placeless = hub.patchOf(url, 400, photo.substr(400));
    placeless.headers["upload-offset"] = "x";
    CHECK(hub.ask(placeless).status == 400);
    CHECK(hub.patch(url, 400, photo.substr(400) + "!").status == 413);
    CHECK(hub.offset(url) == "400");
    CHECK(hub.patch("/v1/uploads/" + std::string(32, 'a'), 0, photo).status == 404);
    const auto unknown = hub.head("/v1/uploads/" + std::string(32, 'a'));
    CHECK(unknown.status == 404);
    CHECK(unknown.headers.count("upload-offset") == 0);
}

TEST_CASE("What came before a cut is kept, and the upload goes on there")
{
    Uploads hub;
    const std::string photo = photoBytes(300'000);
    const std::string url = hub.create(photo);
    hub.cutPatch(url, 0, photo.substr(0, 123'457));
    CHECK(hub.offset(url) == "123457");
    CHECK(hub.patch(url, 123'457, photo.substr(123'457)).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("A piece with a checksum counts whole or not at all")
{
    Uploads hub;
    const std::string photo = photoBytes(40'000) + "hello";
    const std::string url = hub.create(photo);
    hub.patch(url, 0, photo.substr(0, 40'000));
    const auto withSum = [&](const std::string& sum, const std::string& body) {
        auto asked = hub.patchOf(url, 40'000, body);
        asked.headers["upload-checksum"] = sum;
        return hub.ask(asked, 2);
    };
    CHECK(withSum("md5 AAAA", "hello").status == 400);
    CHECK(withSum("sha1", "hello").status == 400);
    CHECK(withSum("sha1 AAAA", "hello").status == 400);
    CHECK(withSum("sha1 " + sha1Of("other"), "hello").status == 460);
    CHECK(withSum("sha1 " + sha1Of("hello"), "hellO").status == 460);
    CHECK(hub.offset(url) == "40000");
    CHECK(withSum("sha1 " + sha1Of("hello"), "hello").status == 204);
    CHECK(hub.has(photo));
    CHECK(hub.store->counters().damagedChunks == 2);
}

TEST_CASE("A whole that is not its hash is thrown away, and can be begun anew")
{
    Uploads hub;
    const std::string photo = photoBytes(70'000);
    std::string damaged = photo;
    damaged[50'000] = static_cast<char>(damaged[50'000] ^ 1);
    const std::string url = hub.create(photo);
    const auto response = hub.patch(url, 0, damaged);
    CHECK(response.status == 460);
    CHECK(response.body.find("upload.hash") != std::string::npos);
    CHECK(hub.offset(url) == "status 404");
    CHECK_FALSE(hub.has(photo));
    CHECK_FALSE(std::filesystem::exists(hub.fileOf(photo)));
    CHECK(hub.create(photo) == url);
    CHECK(hub.patch(url, 0, photo).status == 204);
    CHECK(hub.has(photo));
}

TEST_CASE("What is no JPEG is not taken")
{
    Uploads hub;
    const std::string text(1000, 'x');
    const std::string url = hub.create(text);
    CHECK(hub.patch(url, 0, text).status == 400);
    CHECK_FALSE(hub.has(text));
    CHECK(hub.offset(url) == "status 404");
}

TEST_CASE("An upload can be ended by its client")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    hub.cutPatch(url, 0, photo.substr(0, 500));
    CHECK(hub.ask(hub.request("DELETE", url)).status == 204);
    CHECK(hub.offset(url) == "status 404");
    CHECK(hub.ask(hub.request("DELETE", url)).status == 404);
    CHECK(hub.patch(url, 500, photo.substr(500)).status == 404);
    hub.restart();
    CHECK(hub.offset(url) == "status 404");
}

TEST_CASE("A client that may only POST says the method in a header")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    const std::string url = hub.create(photo);
    auto patch = hub.patchOf(url, 0, photo.substr(0, 400));
    patch.method = "POST";
    patch.headers["x-http-method-override"] = "PATCH";
    CHECK(hub.ask(patch).status == 204);
    auto head = hub.request("POST", url);
    head.headers["x-http-method-override"] = "HEAD";
    CHECK(hub.ask(head).headers.at("upload-offset") == "400");
    auto remove = hub.request("POST", url);
    remove.headers["x-http-method-override"] = "DELETE";
    CHECK(hub.ask(remove).status == 204);
    CHECK(hub.offset(url) == "status 404");
    auto odd = hub.request("POST", url);
    CHECK(hub.ask(odd).status == 405);
}

TEST_CASE("A revoked tablet may still hand in its photos and reads none")
{
    Uploads hub;
    const std::string photo = photoBytes(1000);
    hub.county.hub().services().committer.run([&](hub::Connection& db) {
        const auto revoke = db.prepare("UPDATE device SET revoked_ms = 1");
        revoke->exec();
    });
    CHECK(hub.patch(hub.create(photo), 0, photo).status == 204);
    CHECK(hub.county.get(hub.tablet, "/v1/blobs/" + crypto::sha256(photo)).status == 403);
}
