#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "sync/hub/http_server.h"
#include "sync/protocol/fields.h"
#include "tests/bench/hub_county.h"
#include "tests/bench/hub_more.h"
#include "tests/hub/web/raw_client.h"

namespace {
std::atomic<std::int64_t> syncs = 0;
}

// The linker takes these before the C library's for everything in the process, SQLite too.
extern "C" int fsync(int file)
{
    ++syncs;
    return static_cast<int>(::syscall(SYS_fsync, file));
}
extern "C" int fdatasync(int file)
{
    ++syncs;
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}

namespace benchhub {

namespace {
constexpr int photosEach = 6;
constexpr int connections = 64;
constexpr int inspectionsEach = 4;

/// Created and sent in one request, as our client does on a good link.
std::string photoRequest(const Tablet& tablet)
{
    const std::string photo = "\xff\xd8\xff\xe0" + crypto::randomHex(15'000);
    return fmt::format(
               "POST {} HTTP/1.1\r\nHost: hub\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer {}"
               "\r\nUpload-Length: {}\r\nUpload-Metadata: {}\r\nContent-Type: {}\r\n"
               "Content-Length: {}\r\n\r\n",
               protocol::path::uploads, tablet.token, photo.size(),
               protocol::uploadMetadata({{"sha256", crypto::sha256(photo)}, {"kind", "photo"}}),
               protocol::media::offset, photo.size()) +
           photo;
}

void sendOne(testing::RawClient& client, County& county, Tablet& tablet)
{
    client.send(pushRequest(tablet, {county.inspection(tablet)}));
    if (client.receive().status != 200) throw std::runtime_error("bench: a push was refused");
    for (int i = 0; i < photosEach; ++i) {
        client.send(photoRequest(tablet));
        if (client.receive().status != 201) throw std::runtime_error("bench: a photo was refused");
    }
}
}  // namespace

void measureSyncs(bench::Report& report, const std::filesystem::path& folder)
{
    County county(folder, connections);
    hub::HttpServer server(hub::HttpOptions(), county.hub());
    testing::RawClient client(server.port());
    sendOne(client, county, county.tablets()[0]);
    std::int64_t before = syncs;
    for (int i = 0; i < connections; ++i) sendOne(client, county, county.tablets()[0]);
    const double alone = static_cast<double>(syncs - before) / connections;
    before = syncs;
    std::vector<std::thread> threads;
    for (Tablet& tablet : county.tablets())
        threads.emplace_back([&] {
            testing::RawClient mine(server.port());
            for (int i = 0; i < inspectionsEach; ++i) sendOne(mine, county, tablet);
        });
    for (std::thread& thread : threads) thread.join();
    const double shared = static_cast<double>(syncs - before) / (connections * inspectionsEach);
    report.add({"syncs_per_inspection_of_6_photos", alone, "fsyncs", std::nullopt, "<= 26 fsyncs"});
    report.add(
        {"syncs_per_inspection_of_6_photos_64", shared, "fsyncs", std::nullopt, "<= 12 fsyncs"});
}

}  // namespace benchhub
