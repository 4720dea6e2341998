#include "tests/hub/media/uploads.h"

#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "core/crypto/hash.h"
#include "sync/hub/media/blob_routes.h"
#include "sync/hub/media/tus.h"
#include "sync/hub/store/blobs.h"
#include "tests/support/temporary_folder.h"

namespace hubtest {

std::string photoBytes(std::size_t bytes, std::uint64_t seed)
{
    std::string photo = "\xff\xd8\xff\xe0";
    std::mt19937_64 random(seed);
    while (photo.size() < bytes) photo += static_cast<char>(random());
    return photo;
}

std::string toBase64(const std::string& bytes)
{
    constexpr const char* digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = at; i < at + 3; ++i)
            group = group << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += at + i > bytes.size() ? '=' : digits[group >> (18 - 6 * i) & 63];
    }
    return text;
}

Uploads::Uploads() : tablet(county.tabletOf("zhang"))
{
    restart();
}

void Uploads::restart()
{
    store.reset();
    county.reopen();
    hub::Services& services = county.hub().services();
    store =
        std::make_unique<hub::media::MediaStore>(services.data / "media", services.committer,
                                                 services.readers, services.clock, services.ids);
    county.hub().add(hub::media::uploadRoutes(*store));
    county.hub().add(hub::media::blobRoutes(*store));
}

void Uploads::crash()
{
    namespace fs = std::filesystem;
    const fs::path folder = county.folder.path;
    const support::TemporaryFolder image;
    fs::copy(folder, image.path(), fs::copy_options::recursive);
    store.reset();
    county.close();
    for (const auto& entry : fs::directory_iterator(folder)) fs::remove_all(entry.path());
    fs::copy(image.path(), folder, fs::copy_options::recursive);
    fs::remove(hub::databaseFile(folder) += "-shm");
    restart();
}

hub::Request Uploads::request(const std::string& method, const std::string& path) const
{
    hub::Request request;
    request.method = method;
    request.path = path;
    request.headers["tus-resumable"] = "1.0.0";
    request.headers["authorization"] = "Bearer " + tablet.token;
    return request;
}

hub::Response Uploads::ask(const hub::Request& request, std::size_t chunkBytes)
{
    return hub::answer(county.hub(), request, chunkBytes);
}

hub::Request Uploads::creation(const std::string& photo) const
{
    hub::Request asked = request("POST", "/v1/uploads");
    asked.headers["upload-length"] = std::to_string(photo.size());
    asked.headers["upload-metadata"] =
        "sha256 " + toBase64(crypto::sha256(photo)) + ",kind " + toBase64("photo");
    return asked;
}

std::string Uploads::create(const std::string& photo)
{
    const hub::Response response = ask(creation(photo));
    REQUIRE(response.status == 201);
    return response.headers.at("location");
}

hub::Request Uploads::patchOf(const std::string& url, std::int64_t offset,
                              const std::string& body) const
{
    hub::Request asked = request("PATCH", url);
    asked.headers.erase("authorization");
    asked.headers["content-type"] = "application/offset+octet-stream";
    asked.headers["upload-offset"] = std::to_string(offset);
    asked.body = body;
    asked.contentLength = body.size();
    return asked;
}

hub::Response Uploads::patch(const std::string& url, std::int64_t offset, const std::string& body)
{
    return ask(patchOf(url, offset, body));
}

hub::Response Uploads::head(const std::string& url)
{
    hub::Request asked = request("HEAD", url);
    asked.headers.erase("authorization");
    return ask(asked);
}

std::string Uploads::offset(const std::string& url)
{
    const hub::Response response = head(url);
    return response.status == 200 ? response.headers.at("upload-offset")
                                  : "status " + std::to_string(response.status);
}

void Uploads::cutPatch(const std::string& url, std::int64_t offset, const std::string& sent)
{
    hub::Intake intake = county.hub().intake(patchOf(url, offset, {}));
    auto* streamed = std::get_if<hub::StreamedBody>(&intake);
    REQUIRE(streamed != nullptr);
    REQUIRE_FALSE(streamed->sink->chunk(std::as_bytes(std::span(sent))));
    streamed->sink->cut();
}

bool Uploads::has(const std::string& photo)
{
    county.hub().services().committer.settle();
    const auto row = [&] {
        return hub::blobBytes(*county.hub().services().readers.take(), {crypto::sha256(photo)});
    };
    // Of another process on this folder the row comes a moment after the answer.
    for (int tries = 0; exists(fileOf(photo)) && !row() && tries < 500; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return row() == static_cast<std::int64_t>(photo.size());
}

std::filesystem::path Uploads::fileOf(const std::string& photo) const
{
    const std::string name = crypto::sha256(photo);
    return county.folder.path / "media" / "whole" / name;
}

}  // namespace hubtest
