// Photos of 300 KB sent by tus over loopback to a hub that hashes them and makes them durable
// before the last answer, beside writing, syncing and renaming the same files locally; and what a
// held connection costs.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
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

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/bench/report.h"
#include "tests/hub/media/hub_process.h"
#include "tests/hub/web/raw_client.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr std::size_t photoBytes = 300'000;
constexpr int rounds = 3;
using Clock = std::chrono::steady_clock;

double secondsOf(const std::function<void()>& work)
{
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

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

void must(bool worked)
{
    if (!worked) throw std::runtime_error("bench: a step failed");
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

/// A hub with the demo county as a process of its own, and a tablet's token.
struct DemoHub {
    support::TemporaryFolder folder;
    std::unique_ptr<hubtest::HubProcess> process;
    std::string token;

    DemoHub()
    {
        const std::string command = std::string(XUNCUN_HUB) + " demo --data " + (folder / "hub") +
                                    " --codes " + (folder / "codes") + " > /dev/null";
        must(std::system(command.c_str()) == 0);
        process = std::make_unique<hubtest::HubProcess>(folder / "hub");
        protocol::EnrolRequest enrol;
        std::ifstream(folder / "codes") >> enrol.deviceName >> enrol.code;
        enrol.incarnation = std::string(32, 'a');
        const crypto::KeyPair keys = crypto::newKeyPair();
        enrol.publicKey = keys.publicKey;
        hub::Request request;
        request.method = "POST";
        request.path = protocol::path::enrol;
        request.headers = {{protocol::header::protocol, "1"},
                           {protocol::header::nonce, std::string(32, 'c')},
                           {protocol::header::contentType, protocol::media::json}};
        request.body = protocol::toBytes(enrol);
        request.headers[protocol::header::signature] =
            crypto::sign(protocol::enrolMessage(request.body), keys.secretKey);
        testing::RawClient client(process->port());
        client.send(hubtest::textOf(request));
        const auto answer = protocol::enrolAnswerFromBytes(client.receive().body);
        must(answer.has_value());
        token = answer->token;
    }

    hub::Request creation(const std::string& photo) const
    {
        hub::Request request;
        request.method = "POST";
        request.path = protocol::path::uploads;
        request.headers = {{protocol::header::tusResumable, "1.0.0"},
                           {protocol::header::authorization, "Bearer " + token},
                           {protocol::header::uploadLength, std::to_string(photo.size())},
                           {protocol::header::uploadMetadata,
                            protocol::uploadMetadata({{"sha256", crypto::sha256(photo)}})}};
        return request;
    }
};

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

/// Each photo created and sent in one request, as our client does where the link is good.
double byTus(const DemoHub& hub, int connections, const std::vector<std::string>& all)
{
    std::vector<std::string> requests(all.size());
    spread(2, all.size(), [&](std::size_t i) {
        hub::Request request = hub.creation(all[i]);
        request.headers[protocol::header::contentType] = protocol::media::offset;
        request.body = all[i];
        requests[i] = hubtest::textOf(request);
    });
    std::atomic<std::size_t> next = 0;
    return secondsOf([&] {
        spread(connections, static_cast<std::size_t>(connections), [&](std::size_t) {
            testing::RawClient client(hub.process->port());
            for (std::size_t i = next++; i < all.size(); i = next++) {
                client.send(requests[i]);
                const auto answer = client.receive();
                must(answer.status == 201 &&
                     answer.headers.at("upload-offset") == std::to_string(all[i].size()));
            }
        });
    });
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void measureUploads(bench::Report& report, const std::string& folder)
{
    DemoHub hub;
    std::uint64_t seed = 1;
    for (const auto& [connections, count, goal] :
         {std::tuple(1, 100, ">= 0.35"), {8, 240, ">= 0.7"}, {64, 320, ">= 0.6"}}) {
        std::vector<double> sent;
        std::vector<double> written;
        for (int round = 0; round < rounds; ++round) {
            const auto all = photos(static_cast<std::size_t>(count), seed++);
            sent.push_back(count / byTus(hub, connections, all));
            const std::string there = folder + "/local" + std::to_string(seed);
            std::filesystem::create_directories(there);
            written.push_back(count / local(there, connections, all));
            std::filesystem::remove_all(there);
        }
        report.add({"photos_by_tus_c" + std::to_string(connections), median(sent), "photos/s",
                    bench::Beside{"write, fsync, rename", median(written)}, goal});
    }
}

double residentKb(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string word;
    double kb = 0;
    while (status >> word) {
        if (word == "VmRSS:") status >> kb;
    }
    return kb;
}

double cpuSeconds(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::istringstream words(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) words >> skipped;
    double user = 0;
    double system = 0;
    words >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

/// As /metrics says.
double connectionsOf(const hubtest::HubProcess& process)
{
    testing::RawClient client(process.port());
    client.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
    const std::string body = client.receive().body;
    const auto at = body.find("\nxuncun_connections ");
    must(at != std::string::npos);
    return std::stod(body.substr(body.find(' ', at + 1)));
}

/// Tablets that have asked for the feed and keep their connection.
void measureIdle(bench::Report& report)
{
    constexpr int tablets = 1000;
    constexpr int seconds = 10;
    DemoHub hub;
    hub::Request feed;
    feed.method = "GET";
    feed.path = protocol::path::feed;
    feed.headers = {{protocol::header::protocol, "1"},
                    {protocol::header::authorization, "Bearer " + hub.token}};
    const std::string text = hubtest::textOf(feed);
    std::vector<testing::RawClient> idle;
    for (int i = 0; i < tablets; ++i) {
        idle.emplace_back(hub.process->port());
        idle.back().send(text);
        must(idle.back().receive().status == 200);
    }
    const double before = cpuSeconds(hub.process->pid());
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const double used = cpuSeconds(hub.process->pid()) - before;
    report.add({"hub_memory_1000_idle_tablets", residentKb(hub.process->pid()) / 1024, "MB",
                std::nullopt, "<= 100 MB"});
    report.add({"hub_cpu_1000_idle_tablets", used / seconds * 100, "%", std::nullopt, "<= 1 %"});
}

void measureHeld(bench::Report& report)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    const std::size_t count = std::min<std::size_t>(5000, files.rlim_max / 2 - 100);
    DemoHub hub;
    const hubtest::HubProcess& process = *hub.process;
    const auto fresh = [&] {
        return secondsOf([&] {
            testing::RawClient client(process.port());
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            must(client.receive().status == 200);
        });
    };
    double alone = 0;
    for (int round = 0; round < 100; ++round) alone = std::max(alone, fresh() * 1000);
    const double before = residentKb(process.pid());
    std::vector<testing::RawClient> held;
    held.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        held.emplace_back(process.port());
        held.back().send("POST /v1/push HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\n");
    }
    std::atomic<bool> over = false;
    std::thread trickle([&] {  // a byte a second on each
        while (!over) {
            for (std::size_t i = 0; i < count && !over; ++i) {
                held[i].send("x");
                if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
    });
    // Held, not arriving: every header has been read.
    while (connectionsOf(process) < static_cast<double>(count)) fresh();
    std::this_thread::sleep_for(std::chrono::seconds(2));
    double worst = 0;
    for (int round = 0; round < 100; ++round) {
        worst = std::max(worst, fresh() * 1000);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    over = true;
    trickle.join();
    const double each = (residentKb(process.pid()) - before) / static_cast<double>(count);
    report.add({"memory_per_held_connection", each, "KB", std::nullopt, "<= 50 KB"});
    report.add({"fresh_request_beside_" + std::to_string(count) + "_held", worst, "ms",
                bench::Beside{"the same with none held", alone}, "<= 50 ms"});
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("photo_upload", argumentCount, arguments);
    const std::string folder = std::filesystem::absolute(report.folder()).string();
    ::setenv("TMPDIR", folder.c_str(), 1);  // on the disk that is asked for, not one in memory
    measureUploads(report, folder);
    measureIdle(report);
    measureHeld(report);
    return report.finish();
}
