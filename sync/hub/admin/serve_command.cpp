#include <signal.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <ostream>
#include <system_error>

#include "sync/hub/access_log.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/assemble.h"
#include "sync/hub/folder.h"
#include "sync/hub/http_server.h"
#include "sync/hub/metrics.h"

namespace hub {

namespace {
struct ServeOptions {
    std::string listen = "127.0.0.1:8470";
    int port = -1;
    std::string certificate;
    std::string key;
    std::string proxy;
    bool quiet = false;
};

/// "ADDRESS", "ADDRESS:PORT" or ":PORT".
base::Result<void> readAddress(const ServeOptions& wanted, HttpOptions& http)
{
    std::string address = wanted.listen;
    int port = wanted.port;
    const std::size_t colon = address.rfind(':');
    if (colon != std::string::npos && address.find(':') == colon) {
        const char* first = address.data() + colon + 1;
        const char* last = address.data() + address.size();
        int given = -1;
        const auto [end, error] = std::from_chars(first, last, given);
        if (error != std::errc() || end != last)
            return base::fail("serve.listen", "应写成 地址:端口", wanted.listen);
        if (port < 0) port = given;
        address.resize(colon);
    }
    if (port < 0) port = 8470;
    if (port > 65535) return base::fail("serve.port", "端口应为 0 到 65535", std::to_string(port));
    if (!address.empty()) http.address = address;
    http.port = static_cast<std::uint16_t>(port);
    http.certificateFile = wanted.certificate;
    http.keyFile = wanted.key;
    http.trustedProxy = wanted.proxy;
    if (wanted.certificate.empty() != wanted.key.empty())
        return base::fail("serve.tls", "证书和私钥要一起给出", wanted.certificate + wanted.key);
    return {};
}

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

/// Until SIGINT or SIGTERM; SIGHUP reads the certificate again.
void waitForStop(HttpServer& server)
{
    const sigset_t signals = stopSignals();
    for (;;) {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0 || signal != SIGHUP) return;
        if (const auto read = server.reloadCertificate(); !read)
            spdlog::error("certificate: {} {}", read.error().code, read.error().where);
        else
            spdlog::info("certificate read again");
    }
}

base::Result<void> serve(Admin& admin, const ServeOptions& wanted)
{
    HttpOptions http;
    if (auto address = readAddress(wanted, http); !address) return address;
    if (const auto there = admin.open(); !there) return tl::unexpected(there.error());
    const auto lock = FolderLock::take(admin.data);
    if (!lock) return tl::unexpected(lock.error());
    // Blocked before any thread begins, so that only this one gets the signals.
    const sigset_t signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    Metrics metrics;
    auto hub = assemble(admin.data, admin.clock, admin.random, &metrics);
    if (!hub) return tl::unexpected(hub.error());
    if (wanted.quiet) spdlog::set_level(spdlog::level::warn);
    http.onExchange = [&metrics](const Exchange& exchange) {
        metrics.observe(exchange);
        spdlog::info("{}", accessLine(exchange));
    };
    http.onError = [](const std::string& what) { spdlog::error("request: {}", what); };
    try {
        HttpServer server(http, **hub);
        metrics.add("connections", "Open connections.",
                    [&server] { return static_cast<double>(server.connections()); });
        admin.out << "巡村服务器已启动，监听 " << http.address << ":" << server.port() << std::endl;
        waitForStop(server);
        server.stop();
    } catch (const std::system_error& error) {
        return base::fail("serve.listen", "不能在这个地址上监听：" + error.code().message(),
                          wanted.listen);
    } catch (const std::runtime_error& error) {
        return base::fail("serve.tls", "证书或私钥读取失败", error.what());
    }
    admin.out << "已停止" << std::endl;
    return {};
}
}  // namespace

void addServeCommand(CLI::App& app, Admin& admin)
{
    auto wanted = std::make_shared<ServeOptions>();
    Command command = addCommand(app, admin, "serve", "启动服务器",
                                 [&admin, wanted] { return serve(admin, *wanted); });
    command.takes("--listen", wanted->listen, "监听的地址和端口，如 0.0.0.0:8470");
    command.takes("--port", wanted->port, "端口，0 为任意空闲端口", [](const std::string& port) {
        return port.find_first_not_of("0123456789") == std::string::npos && port.size() < 6 &&
                       std::stoi(port) <= 65535
                   ? ""
                   : "端口应为 0 到 65535";
    });
    command.takes("--certificate", wanted->certificate, "TLS 证书链（PEM）");
    command.takes("--key", wanted->key, "TLS 私钥（PEM）");
    command.takes("--behind-proxy", wanted->proxy, "反向代理的地址，只信它给的 X-Forwarded-For");
    command.flag("--quiet", wanted->quiet, "只记录警告和错误");
}

}  // namespace hub
