#include "sync/hub/http_server.h"

#include <openssl/ssl.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <condition_variable>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include "sync/hub/http_connection.h"

namespace hub {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr milliseconds acceptPause{50};
constexpr auto quietly = asio::as_tuple(asio::use_awaitable);

std::shared_ptr<ssl::context> loadCertificate(const HttpOptions& options)
{
    if (options.certificateFile.empty()) return nullptr;
    try {
        auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
        context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                             ssl::context::no_tlsv1_1 | ssl::context::no_compression);
        context->use_certificate_chain_file(options.certificateFile);
        context->use_private_key_file(options.keyFile, ssl::context::pem);
        SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
        return context;
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error(std::string("certificate: ") + error.what());
    }
}

}  // namespace

class HttpServer::Impl {
public:
    Impl(HttpOptions options, Handler& handler);
    ~Impl() { stop(milliseconds(0)); }

    std::uint16_t port() const { return m_port; }
    std::size_t connections() const { return m_live; }
    base::Result<void> reloadCertificate();
    void stop(milliseconds patience);

private:
    void listen();
    asio::awaitable<void> acceptAll();
    asio::awaitable<void> connection(tcp::socket socket);
    void closeAll(bool busyToo);

    http::Host m_host;
    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    std::shared_ptr<ssl::context> m_certificate;  ///< of the network thread
    tcp::acceptor m_acceptor;
    std::uint16_t m_port = 0;
    std::set<http::Link*> m_links;  ///< of the network thread
    std::atomic<std::size_t> m_live = 0;
    std::mutex m_mutex;
    std::condition_variable m_quiet;
    std::thread m_thread;
};

HttpServer::Impl::Impl(HttpOptions options, Handler& handler)
    : m_host{std::move(options),
             handler,
             {},
             asio::io_context{1},
             asio::thread_pool(options.workers),
             false},
      m_work(m_host.network.get_executor()),
      m_certificate(loadCertificate(m_host.options)),
      m_acceptor(m_host.network)
{
    try {
        listen();
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code(),
                                m_host.options.address + ":" + std::to_string(m_host.options.port));
    }
    asio::co_spawn(m_host.network, acceptAll(), asio::detached);
    m_thread = std::thread([this] { m_host.network.run(); });
}

void HttpServer::Impl::listen()
{
    const tcp::endpoint endpoint(asio::ip::make_address(m_host.options.address),
                                 m_host.options.port);
    m_acceptor.open(endpoint.protocol());
    m_acceptor.set_option(tcp::acceptor::reuse_address(true));
    m_acceptor.bind(endpoint);
    m_acceptor.listen(asio::socket_base::max_listen_connections);
    m_port = m_acceptor.local_endpoint().port();
}

base::Result<void> HttpServer::Impl::reloadCertificate()
{
    try {
        asio::post(m_host.network,
                   [this, fresh = loadCertificate(m_host.options)] { m_certificate = fresh; });
        return {};
    } catch (const std::runtime_error& error) {
        return base::fail("hub.certificate", "证书文件读取失败，继续使用原来的证书", error.what());
    }
}

void HttpServer::Impl::closeAll(bool busyToo)
{
    for (http::Link* link : m_links) {
        if (busyToo || !link->busy) link->close();
    }
}

void HttpServer::Impl::stop(milliseconds patience)
{
    if (!m_thread.joinable()) return;
    m_host.stopping = true;
    asio::post(m_host.network, [this] {
        m_acceptor.close();
        closeAll(false);
    });
    std::unique_lock lock(m_mutex);
    const auto quiet = [this] { return m_live == 0; };
    if (!m_quiet.wait_for(lock, patience, quiet)) {
        asio::post(m_host.network, [this] { closeAll(true); });
        m_quiet.wait(lock, quiet);
    }
    lock.unlock();
    m_work.reset();
    m_thread.join();
    m_host.workers.join();
}

asio::awaitable<void> HttpServer::Impl::acceptAll()
{
    asio::steady_timer pause(m_host.network);
    for (;;) {
        auto [error, socket] = co_await m_acceptor.async_accept(quietly);
        if (!m_acceptor.is_open()) break;
        if (error) {  // out of file descriptors, most likely: let some close
            pause.expires_after(acceptPause);
            co_await pause.async_wait(quietly);
        } else if (m_live < m_host.options.connections && !m_host.stopping) {
            ++m_live;
            asio::co_spawn(m_host.network, connection(std::move(socket)), asio::detached);
        }
    }
}

asio::awaitable<void> HttpServer::Impl::connection(tcp::socket socket)
{
    http::Link link;
    m_links.insert(&link);
    co_await http::converse(std::move(socket), m_host, link, m_certificate);
    m_links.erase(&link);
    const std::lock_guard lock(m_mutex);
    --m_live;
    m_quiet.notify_all();
}

HttpServer::HttpServer(HttpOptions options, Handler& handler)
    : m_impl(std::make_unique<Impl>(std::move(options), handler))
{
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const
{
    return m_impl->port();
}

std::size_t HttpServer::connections() const
{
    return m_impl->connections();
}

base::Result<void> HttpServer::reloadCertificate()
{
    return m_impl->reloadCertificate();
}

void HttpServer::stop(milliseconds patience)
{
    m_impl->stop(patience);
}

}  // namespace hub
