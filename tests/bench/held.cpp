// What tablets that hold their connection cost the hub: idle, sending a byte a second, over TLS.
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <sstream>
#include <thread>

#include "tests/bench/demo_hub.h"
#include "tests/bench/report.h"

namespace {

using bench::DemoHub;
using bench::must;
using bench::secondsOf;

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

/// The head of a push whose body comes later, or never.
std::string begun(const DemoHub& hub)
{
    hub::Request push;
    push.method = "POST";
    push.path = protocol::path::push;
    push.headers = {{protocol::header::protocol, "1"},
                    {protocol::header::contentType, protocol::media::lines},
                    {protocol::header::authorization, "Bearer " + hub.token}};
    return hubtest::textOf(push, 50'000);
}

/// One end of TLS on a connection of its own; what it costs the hub is the question.
class TlsConnection {
public:
    TlsConnection(SSL_CTX* context, std::uint16_t port, const std::string& said)
        : m_tls(SSL_new(context))
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        must(::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        SSL_set_fd(m_tls, m_socket);
        must(SSL_connect(m_tls) == 1);
        must(SSL_write(m_tls, said.data(), static_cast<int>(said.size())) > 0);
    }
    TlsConnection(const TlsConnection&) = delete;
    TlsConnection& operator=(const TlsConnection&) = delete;
    ~TlsConnection()
    {
        SSL_free(m_tls);
        ::close(m_socket);
    }

private:
    SSL* m_tls;
    int m_socket = -1;
};

/// The same without a trickle over TLS; reported beside what they cost in plain HTTP.
double heldOverTls()
{
    constexpr int count = 1000;
    const support::TemporaryFolder own;
    const std::string key = own / "key.pem";
    const std::string certificate = own / "certificate.pem";
    must(std::system(
             ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
              "-subj /CN=bench -keyout " +
              key + " -out " + certificate + " 2> /dev/null")
                 .c_str()) == 0);
    DemoHub plain;
    plain.process->stop();
    const hubtest::HubProcess hub(plain.folder / "hub", {},
                                  {"--certificate", certificate, "--key", key});
    const std::string said = begun(plain);
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    {
        const TlsConnection warm(context, hub.port(), said);
    }
    const double before = residentKb(hub.pid());
    std::vector<std::unique_ptr<TlsConnection>> held;
    for (int i = 0; i < count; ++i)
        held.push_back(std::make_unique<TlsConnection>(context, hub.port(), said));
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const double each = (residentKb(hub.pid()) - before) / count;
    held.clear();
    SSL_CTX_free(context);
    return each;
}

void measureHeld(bench::Report& report)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    const std::size_t count = std::min<std::size_t>(5000, files.rlim_max / 2 - 100);
    DemoHub hub;
    const std::string said = begun(hub);
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
        held.back().send(said);
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
    report.add({"memory_per_held_connection_tls", heldOverTls(), "KB",
                bench::Beside{"in plain HTTP", each}, ""});
    report.add({"fresh_request_beside_" + std::to_string(count) + "_held", worst, "ms",
                bench::Beside{"the same with none held", alone}, "<= 50 ms"});
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("held", argumentCount, arguments);
    measureIdle(report);
    measureHeld(report);
    return report.finish();
}
