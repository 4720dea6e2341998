#include "sync/hub/http_connection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <span>
#include <vector>

#include "core/base/clock.h"
#include "sync/hub/file_slice.h"
#include "sync/hub/http_body.h"
#include "sync/hub/http_stream.h"
#include "sync/hub/refusal.h"
#include "sync/hub/remote.h"
#include "sync/hub/response_head.h"
#include "sync/hub/target.h"

namespace hub::http {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using ParseError = beast::http::error;

constexpr std::size_t idleBufferBytes = 4 * 1024;
constexpr std::size_t bufferBytes = 64 * 1024;  ///< more than a header, or a chunk's, may take
constexpr std::size_t firstReadBytes = 512;
constexpr std::size_t outPieceBytes = 64 * 1024;
constexpr milliseconds lingerTime{2'000};
constexpr std::size_t lingerBytes = 1024 * 1024;

class Connection {
public:
    Connection(tcp::socket socket, Host& host, Link& link,
               std::shared_ptr<asio::ssl::context> certificate);
    awaitable<void> serve();

private:
    /// One request and its answer.
    struct Round {
        Parser parser;
        Request request;
        Response response;
        Exchange exchange;
        bool keepAlive = false;
        bool unreadBody = false;
        steady_clock::time_point began = steady_clock::now();
    };

    awaitable<void> waitForRequest();
    awaitable<bool> serveOne();
    awaitable<void> readHeader(Round& round);
    void refuse(Round& round, Response response) const;
    bool shed(Round& round) const;
    awaitable<void> takeRequest(Round& round);
    awaitable<void> takeWhole(Round& round, BodyReader& body, std::size_t limitBytes);
    awaitable<void> takeStreamed(Round& round, BodyReader& body, StreamedBody streamed);
    bool deliverTo(std::unique_ptr<BodySink>& sink, Round& round, BodyReader& body);
    awaitable<void> send(Round& round);
    awaitable<void> sendFile(FileSlice& file);
    awaitable<void> write(std::string_view bytes);
    awaitable<void> linger();
    awaitable<void> onWorker(std::function<void()> work);
    awaitable<bool> guarded(Round& round, std::function<void()> work);
    void report(Round& round) const;

    Host& m_host;
    Link& m_link;
    std::string m_remote;
    Stream m_stream;
    beast::flat_buffer m_buffer{bufferBytes};
    bool m_atWork = false;                ///< a worker may be reading from the socket
    std::atomic<bool> m_closing = false;  ///< as soon as it is not; a worker looks, too
};

std::string addressOf(const tcp::socket& socket)
{
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
}

Connection::Connection(tcp::socket socket, Host& host, Link& link,
                       std::shared_ptr<asio::ssl::context> certificate)
    : m_host(host),
      m_link(link),
      m_remote(addressOf(socket)),
      m_stream(std::move(socket), std::move(certificate))
{
    m_link.close = [this] {
        m_closing = true;
        if (!m_atWork) m_stream.close();
    };
}

awaitable<void> Connection::serve()
{
    if (m_stream.secure()) {
        m_stream.expireAfter(m_host.options.headerTime);
        co_await m_stream.greet();
    }
    bool open = true;
    while (open && !m_host.stopping) {
        if (m_buffer.size() == 0 && m_buffer.capacity() > idleBufferBytes) m_buffer.shrink_to_fit();
        m_link.busy = false;
        co_await waitForRequest();
        m_link.busy = true;
        open = co_await serveOne();
    }
    m_stream.expireAfter(lingerTime);
    co_await m_stream.sayGoodbye();
}

awaitable<void> Connection::waitForRequest()
{
    if (m_buffer.size() > 0) co_return;
    m_stream.expireAfter(m_host.options.idleTime);
    auto [error, bytes] =
        co_await m_stream.async_read_some(m_buffer.prepare(firstReadBytes), quietly);
    if (error) throw Gone{};
    m_buffer.commit(bytes);
}

awaitable<bool> Connection::serveOne()
{
    Round round;
    round.exchange.remote = m_remote;
    try {
        co_await readHeader(round);
        if (round.response.status == 0) co_await takeRequest(round);
        co_await send(round);
    } catch (const Gone&) {
        report(round);
        throw;
    }
    report(round);
    if (round.unreadBody) co_await linger();
    co_return round.keepAlive;
}

// Leaves the response's status 0 when the header is good.
awaitable<void> Connection::readHeader(Round& round)
{
    round.response.status = 0;
    round.parser.header_limit(static_cast<std::uint32_t>(m_host.options.headerBytes));
    round.parser.body_limit(boost::none);
    m_stream.expireAfter(m_host.options.headerTime);
    auto [error, bytes] =
        co_await beast::http::async_read_header(m_stream, m_buffer, round.parser, quietly);
    (void)bytes;
    round.unreadBody = true;
    if (error == ParseError::header_limit)
        refuse(round, refusal(431, "http.header_limit", "请求头过长"));
    else if (error == ParseError::end_of_stream || error == ParseError::partial_message)
        throw Gone{};
    else if (error && error.category() == make_error_code(ParseError::bad_method).category())
        refuse(round, refusal(400, "http.malformed", "不是有效的 HTTP 请求"));
    else if (error)
        throw Gone{};
}

// An answer of the server's own: a tablet must know it for the hub's, too.
void Connection::refuse(Round& round, Response response) const
{
    round.response = std::move(response);
    m_host.handler.stamp(round.request, round.response);
}

// When all tablets come at once, most are sent away until the others are done, each for another
// time.
bool Connection::shed(Round& round) const
{
    if (m_host.waiting < m_host.options.waiting) return false;
    std::uniform_int_distribution<int> pauseS(30, 300);
    refuse(round, busyAnswer(pauseS(m_host.pauses)));
    return true;
}

awaitable<void> Connection::takeRequest(Round& round)
{
    Request& request = round.request;
    const auto& message = round.parser.get();
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto& field : message)
        request.headers[lowerCase(field.name_string())] = std::string(field.value());
    if (round.parser.content_length()) request.contentLength = *round.parser.content_length();
    request.remote = round.exchange.remote =
        clientAddress(m_remote, request.header("x-forwarded-for"), m_host.options.trustedProxy);
    round.exchange.method = request.method;
    round.unreadBody = !round.parser.is_done();
    const auto target = parseTarget(request.target);
    if (!target) {
        refuse(round, refusal(400, "http.target", "请求地址无效"));
        co_return;
    }
    request.path = round.exchange.path = target->path;
    request.query = target->query;
    if (shed(round)) co_return;
    BodyReader body(m_stream, m_buffer, round.parser, m_host, round.exchange.bytesIn);
    Intake intake;
    bool answered = false;
    if (const auto whole = m_host.handler.whole(request)) {
        intake = *whole;
    } else {
        const auto decide = [&] {
            intake = m_host.handler.intake(request);
            auto* streamed = std::get_if<StreamedBody>(&intake);
            if (streamed && request.contentLength.value_or(0) <= streamed->limitBytes)
                answered = deliverTo(streamed->sink, round, body);
        };
        if (!co_await guarded(round, decide)) co_return;
    }
    if (auto* refused = std::get_if<Response>(&intake)) {
        round.response = std::move(*refused);
    } else if (!answered) {
        const bool waits = lowerCase(request.header("expect")) == "100-continue";
        if (round.unreadBody && waits && round.exchange.bytesIn == 0)
            co_await write("HTTP/1.1 100 Continue\r\n\r\n");
        if (auto* streamed = std::get_if<StreamedBody>(&intake))
            co_await takeStreamed(round, body, std::move(*streamed));
        else
            co_await takeWhole(round, body, std::get<WholeBody>(intake).limitBytes);
    }
    round.keepAlive = message.keep_alive() && !round.unreadBody && !m_host.stopping;
}

awaitable<void> Connection::takeWhole(Round& round, BodyReader& body, std::size_t limitBytes)
{
    bool tooLarge = round.request.contentLength.value_or(0) > limitBytes;
    while (!tooLarge && !body.done()) {
        if (!co_await body.next()) throw Gone{};
        round.request.body.append(body.piece().data(), body.piece().size());
        tooLarge = round.request.body.size() > limitBytes;
    }
    if (tooLarge) {
        refuse(round, tooLargeAnswer(limitBytes));
        co_return;
    }
    round.unreadBody = false;
    const auto handle = [&] { round.response = m_host.handler.handle(round.request); };
    co_await guarded(round, handle);
}

awaitable<void> Connection::takeStreamed(Round& round, BodyReader& body, StreamedBody streamed)
{
    bool answered = false;
    const auto give = [&] { answered = deliverTo(streamed.sink, round, body); };
    const auto cut = [&] { streamed.sink->cut(); };
    bool tooLarge = round.request.contentLength.value_or(0) > streamed.limitBytes;
    while (!tooLarge && !answered) {
        const bool open = co_await body.next();
        tooLarge = round.exchange.bytesIn > streamed.limitBytes;
        const bool news = !body.piece().empty() || body.done();
        if (!tooLarge && news && !co_await guarded(round, give)) co_return;
        if (!open && !answered) {
            co_await guarded(round, cut);
            throw Gone{};
        }
    }
    if (tooLarge && co_await guarded(round, cut)) refuse(round, tooLongAnswer());
}

bool Connection::deliverTo(std::unique_ptr<BodySink>& sink, Round& round, BodyReader& body)
{
    const auto nobodyWaits = [&] { return !m_closing && m_host.waiting <= m_host.options.workers; };
    const bool answered = deliver(body, sink, nobodyWaits, round.response);
    round.unreadBody = !body.done();
    return answered;
}

awaitable<void> Connection::send(Round& round)
{
    Response& response = round.response;
    std::optional<FileSlice> file;
    const auto open = [&] { file.emplace(*response.file); };
    if (response.file && !co_await guarded(round, open)) round.keepAlive = false;
    harden(response, m_stream.secure());
    std::string head = responseHead(response, round.keepAlive, base::SystemClock().wallMs());
    const bool withBody = sendsBody(response, round.request.method);
    if (withBody && !file) head += response.body;
    co_await write(head);
    if (withBody && file) co_await sendFile(*file);
    round.exchange.bytesOut = withBody ? announcedBytes(response) : 0;
    round.exchange.status = response.status;
}

awaitable<void> Connection::sendFile(FileSlice& file)
{
    std::string piece;
    const auto read = [&] { piece = file.next(outPieceBytes); };
    do {
        co_await onWorker(read);
        co_await write(piece);
    } while (!piece.empty());
    if (file.left() > 0) throw Gone{};
}

awaitable<void> Connection::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        m_stream.expireAfter(m_host.options.bodyPause);
        const auto part = bytes.substr(0, outPieceBytes);
        auto [error, written] =
            co_await m_stream.async_write_some(asio::buffer(part.data(), part.size()), quietly);
        if (error) throw Gone{};
        bytes.remove_prefix(written);
    }
}

// Closing with unread bytes would reset the connection and could take the answer with it: read a
// little more.
awaitable<void> Connection::linger()
{
    m_stream.expireAfter(lingerTime);
    co_await m_stream.sayGoodbye();
    std::vector<char> waste(idleBufferBytes);
    for (std::size_t read = 0; read < lingerBytes;) {
        auto [error, bytes] = co_await m_stream.async_read_some(asio::buffer(waste), quietly);
        if (error) break;
        read += bytes;
    }
}

awaitable<void> Connection::onWorker(std::function<void()> work)
{
    std::exception_ptr failure;
    ++m_host.waiting;
    m_atWork = true;
    auto initiate = [this, &work, &failure](auto handler) {
        asio::post(m_host.workers, [this, &work, &failure, handler = std::move(handler)]() mutable {
            try {
                work();
            } catch (...) {
                failure = std::current_exception();
            }
            --m_host.waiting;
            asio::post(m_host.network, std::move(handler));
        });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate,
                                                                         asio::use_awaitable);
    m_atWork = false;
    if (m_closing) m_stream.close();
    if (failure) std::rethrow_exception(failure);
}

// Runs a piece of the handler; false, with the answer set, when it threw.
awaitable<bool> Connection::guarded(Round& round, std::function<void()> work)
{
    std::string thrown;
    try {
        co_await onWorker(std::move(work));
        co_return true;
    } catch (const std::exception& failure) {
        thrown = failure.what();
    }
    if (m_host.options.onError)
        m_host.options.onError(round.request.method + " " + round.request.path + ": " + thrown);
    refuse(round, refusal(500, "hub.internal", "服务器内部错误，请告知管理员"));
    co_return false;
}

void Connection::report(Round& round) const
{
    round.exchange.took =
        std::chrono::duration_cast<microseconds>(steady_clock::now() - round.began);
    if (m_host.options.onExchange) m_host.options.onExchange(round.exchange);
}

}  // namespace

awaitable<void> converse(tcp::socket socket, Host& host, Link& link,
                         std::shared_ptr<asio::ssl::context> certificate)
{
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    Connection connection(std::move(socket), host, link, std::move(certificate));
    try {
        co_await connection.serve();
    } catch (const Gone&) {
    } catch (const std::exception& failure) {
        if (host.options.onError) host.options.onError(failure.what());
    }
}

}  // namespace hub::http
