#pragma once

#include <memory>
#include <string>

#include "sync/hub/media/media_store.h"
#include "tests/hub/records/county.h"

// A hub that takes photos, and how a tus client talks to it, without sockets.
namespace hubtest {

/// Bytes that start as a JPEG does; the same for the same seed.
std::string photoBytes(std::size_t bytes, std::uint64_t seed = 1);
std::string toBase64(const std::string& bytes);

class Uploads {
public:
    Uploads();

    /// As after a restart; what was not saved is gone.
    void restart();
    /// As after a kill at this moment.
    void crash();
    hub::Request request(const std::string& method, const std::string& path) const;
    hub::Response ask(const hub::Request& request, std::size_t chunkBytes = 64 * 1024);

    hub::Request creation(const std::string& photo) const;
    /// The address of a new (or known) upload of this photo.
    std::string create(const std::string& photo);
    hub::Request patchOf(const std::string& url, std::int64_t offset,
                         const std::string& body) const;
    hub::Response patch(const std::string& url, std::int64_t offset, const std::string& body);
    hub::Response head(const std::string& url);
    std::string offset(const std::string& url);
    /// Takes as many of the bytes as a connection that is cut brings.
    void cutPatch(const std::string& url, std::int64_t offset, const std::string& sent);
    /// Its row is there, or comes soon.
    bool has(const std::string& photo);
    std::filesystem::path fileOf(const std::string& photo) const;

    County county;
    Tablet tablet;
    std::unique_ptr<hub::media::MediaStore> store;
};

}  // namespace hubtest
