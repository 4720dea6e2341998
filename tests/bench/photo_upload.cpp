// Photos of 300 KB sent by tus over loopback to a hub that hashes them and makes them durable
// before the last answer, beside writing, syncing and renaming the same files locally, and
// beside npm's tus server where that is installed.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "tests/bench/demo_hub.h"
#include "tests/bench/report.h"
#include "tests/e2e/child.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"

namespace {

constexpr std::size_t photoBytes = 300'000;
constexpr int rounds = 5;
using bench::DemoHub;
using bench::must;
using bench::secondsOf;

/// Runs work(i) for all i below `count` on so many threads.
void spread(int threads, std::size_t count, const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&] {
            for (std::size_t at = next++; at < count; at = next++) work(at);
        });
    }
    for (std::thread& thread : running) thread.join();
}

std::vector<std::string> photos(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::string base = "\xff\xd8\xff\xe0";
    while (base.size() < photoBytes) base += static_cast<char>(random());
    std::vector<std::string> made(count, base);
    for (std::size_t i = 0; i < count; ++i) made[i].replace(100, 8, std::to_string(10'000'000 + i));
    return made;
}

void syncAndClose(int file)
{
    must(file >= 0 && ::fsync(file) == 0);
    ::close(file);
}

double local(const std::string& folder, int threads, const std::vector<std::string>& all)
{
    return secondsOf([&] {
        spread(threads, all.size(), [&](std::size_t i) {
            const std::string name = folder + "/" + std::to_string(i);
            const int file = ::open((name + ".new").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0640);
            must(::write(file, all[i].data(), all[i].size()) ==
                 static_cast<ssize_t>(all[i].size()));
            syncAndClose(file);
            must(::rename((name + ".new").c_str(), name.c_str()) == 0);
            syncAndClose(::open(folder.c_str(), O_RDONLY | O_DIRECTORY));
        });
    });
}

/// npm's @tus/server on a folder, where it is installed.
struct ForeignServer {
    explicit ForeignServer(const std::string& folder)
        : child({"/usr/bin/env", "node", XUNCUN_SOURCE_DIR "/tests/bench/links/tus_server.mjs",
                 "127.0.0.1", "0", folder + "/files", XUNCUN_PEERS},
                folder + "/server.log")
    {
        for (int tries = 0; port == 0 && tries < 300 && !child.ended();
             ++tries, e2e::sleepMs(100)) {
            const std::string said = support::fileText(folder + "/server.log");
            if (said.ends_with("\n")) port = static_cast<std::uint16_t>(std::stoi(said));
        }
    }
    e2e::Child child;
    std::uint16_t port = 0;
};

hub::Request foreignCreation(const std::string& photo)
{
    hub::Request request;
    request.method = "POST";
    request.path = "/files";
    request.headers = {{protocol::header::tusResumable, "1.0.0"},
                       {protocol::header::uploadLength, std::to_string(photo.size())}};
    return request;
}

/// Each photo created and sent in one request, as our client does where the link is good.
double byTus(std::uint16_t port, const std::function<hub::Request(const std::string&)>& creation,
             int connections, const std::vector<std::string>& all)
{
    std::vector<std::string> requests(all.size());
    spread(2, all.size(), [&](std::size_t i) {
        hub::Request request = creation(all[i]);
        request.headers[protocol::header::contentType] = protocol::media::offset;
        request.body = all[i];
        requests[i] = hubtest::textOf(request);
    });
    std::atomic<std::size_t> next = 0;
    return secondsOf([&] {
        spread(connections, static_cast<std::size_t>(connections), [&](std::size_t) {
            testing::RawClient client(port);
            for (std::size_t i = next++; i < all.size(); i = next++) {
                client.send(requests[i]);
                const auto answer = client.receive();
                must(answer.status == 201 &&
                     answer.headers.at("upload-offset") == std::to_string(all[i].size()));
            }
        });
    });
}

void measureUploads(bench::Report& report)
{
    DemoHub hub;
    const support::TemporaryFolder locals;
    const support::TemporaryFolder foreignFolder;
    std::optional<ForeignServer> foreign;
    if (std::filesystem::is_directory(XUNCUN_PEERS "/node_modules/@tus/server"))
        foreign.emplace(foreignFolder.path());
    else
        std::puts("SKIPPED: no @tus/server in " XUNCUN_PEERS " (it wants node 20)");
    const auto ours = [&](const std::string& photo) { return hub.creation(photo); };
    std::uint64_t seed = 1;
    // So many that a round lasts half a second or more: what the disk takes in its first tenth of
    // one says nothing of a day on which forty tablets come home. In all under the 2 GB that a
    // tablet may send unnamed.
    for (const auto& [connections, count, goal] :
         {std::tuple(1, 160, ">= 0.35"), {8, 540, ">= 0.7"}, {64, 540, ">= 0.6"}}) {
        std::vector<double> sent;
        std::vector<double> written;
        std::vector<double> theirs;
        for (int round = 0; round < rounds; ++round) {
            const auto all = photos(static_cast<std::size_t>(count), seed++);
            ::sync();  // what another left unwritten is not for this one to wait for
            sent.push_back(count / byTus(hub.process->port(), ours, connections, all));
            // Removed at the end only: ext4 passes over inodes that were freed just now one by one,
            // and whoever creates files next would pay for it.
            const std::string there = locals.path() + "/" + std::to_string(seed);
            std::filesystem::create_directories(there);
            ::sync();
            written.push_back(count / local(there, connections, all));
        }
        for (int round = 0; foreign && foreign->port != 0 && round < rounds; ++round) {
            const auto all = photos(static_cast<std::size_t>(count), seed++);
            theirs.push_back(count / byTus(foreign->port, foreignCreation, connections, all));
        }
        report.add({"photos_by_tus_c" + std::to_string(connections), bench::median(sent),
                    "photos/s", bench::Beside{"write, fsync, rename", bench::median(written)},
                    goal});
        if (!theirs.empty())
            report.add({"photos_by_npm_tus_server_c" + std::to_string(connections),
                        bench::median(theirs), "photos/s, never synced",
                        bench::Beside{"ours", bench::median(sent)}, ""});
    }
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("photo_upload", argumentCount, arguments);
    const std::string folder = std::filesystem::absolute(report.folder()).string();
    ::setenv("TMPDIR", folder.c_str(), 1);  // on the disk that is asked for, not one in memory
    measureUploads(report);
    return report.finish();
}
