#include "sync/hub/http_server.h"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "tests/hub/web/raw_client.h"

using namespace std::chrono_literals;
using testing::RawClient;

namespace {

/// Answers GET with the path, takes POST whole up to 1,000 bytes, and streams PUT.
class Echo final : public hub::Handler {
public:
    class Sink final : public hub::BodySink {
    public:
        explicit Sink(Echo& echo) : m_echo(echo) {}
        std::optional<hub::Response> chunk(std::span<const std::byte> piece) override
        {
            m_echo.took({reinterpret_cast<const char*>(piece.data()), piece.size()});
            std::this_thread::sleep_for(m_echo.pause);
            if (m_echo.refuseChunk) return hub::Response{409, {}, "early", {}};
            return std::nullopt;
        }
        hub::Response finish() override { return {204, {}, {}, {}}; }
        void cut() override { m_echo.took("<cut>"); }

    private:
        Echo& m_echo;
    };

    hub::Intake intake(const hub::Request& request) override
    {
        if (request.path == "/refused") return hub::Response{403, {}, "no", {}};
        if (request.method == "PUT")
            return hub::StreamedBody{std::make_unique<Sink>(*this), 500'000};
        return hub::WholeBody{1000};
    }

    hub::Response handle(const hub::Request& request) override
    {
        if (request.path == "/throws") throw std::runtime_error("secret detail");
        if (request.path == "/slow") std::this_thread::sleep_for(300ms);
        hub::Response response;
        response.body = request.method + " " + request.path + " " + request.body;
        return response;
    }

    void stamp(const hub::Request& request, hub::Response& response) const override
    {
        response.headers["x-nonce"] = request.header("x-nonce");
    }

    void took(const std::string& bytes)
    {
        const std::lock_guard lock(m_mutex);
        received += bytes;
        m_changed.notify_all();
    }
    bool waitFor(const std::string& expected)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s, [&] { return received == expected; });
    }

    std::string received;
    bool refuseChunk = false;
    std::chrono::milliseconds pause{0};  ///< after each piece

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

hub::HttpOptions small()
{
    hub::HttpOptions options;
    options.workers = 4;
    return options;
}

RawClient::Answer ask(RawClient& client, const std::string& text)
{
    client.send(text);
    return client.receive();
}

}  // namespace

TEST_CASE("A request is answered, and the next on the same connection too")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    const auto first = ask(client, "GET /v1/a?b=c HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(first.status == 200);
    CHECK(first.body == "GET /v1/a ");
    CHECK(first.headers.at("x-content-type-options") == "nosniff");
    CHECK(first.headers.at("cache-control") == "no-store");
    const auto second =
        ask(client, "POST /v1/b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(second.body == "POST /v1/b hello");
}

TEST_CASE("HEAD says how long the answer would be and sends none of it")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    client.send("HEAD /v1/a HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto answer = client.receive(true);
    CHECK(answer.headers.at("content-length") == "11");
    CHECK(ask(client, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET / ");
}

TEST_CASE("Requests sent at once are answered in order")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    client.send(
        "GET /slow HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: "
        "3\r\n\r\nabcGET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.receive().body == "GET /slow ");
    CHECK(client.receive().body == "POST /2 abc");
    CHECK(client.receive().body == "GET /3 ");
}

TEST_CASE("A body in chunked encoding arrives as one text")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    const auto answer = ask(client,
                            "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
    CHECK(answer.body == "POST /c abcdefg");
}

TEST_CASE("A body over its limit is refused by its length, or as soon as it is too long")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    {
        RawClient client(server.port());
        CHECK(ask(client, "POST /c HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n").status ==
              413);
        CHECK(client.closesWithin(10s));
    }
    RawClient client(server.port());
    const std::string piece = "400\r\n" + std::string(1024, 'x') + "\r\n";
    CHECK(ask(client, "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + piece)
              .status == 413);
}

TEST_CASE("What is no HTTP is answered 400 and the connection closed")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    const std::string bad[] = {
        "HELLO\r\n\r\n",
        "GET /a HTTP/9.9\r\n\r\n",
        "GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
    };
    for (const std::string& text : bad) {
        CAPTURE(text);
        RawClient client(server.port());
        const auto answer = ask(client, text);
        CHECK(answer.status == 400);
        CHECK(answer.headers.at("connection") == "close");
        CHECK(client.closesWithin(10s));
    }
    RawClient client(server.port());
    CHECK(ask(client, "GET /a HTTP/1.1\r\nx: " + std::string(20'000, 'y') + "\r\n\r\n").status ==
          431);
}

TEST_CASE("A failure inside tells the client nothing")
{
    Echo echo;
    std::mutex mutex;
    std::string logged;
    hub::HttpOptions options = small();
    options.onError = [&](const std::string& text) {
        const std::lock_guard lock(mutex);
        logged += text;
    };
    hub::HttpServer server(options, echo);
    RawClient client(server.port());
    const auto answer = ask(client, "GET /throws HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(answer.status == 500);
    CHECK(answer.body.find("secret") == std::string::npos);
    const std::lock_guard lock(mutex);
    CHECK(logged == "GET /throws: secret detail");
}

TEST_CASE("A streamed body reaches the sink byte for byte, however it is cut up")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    std::string body;
    for (int i = 0; body.size() < 400'000; ++i) body += std::to_string(i);
    client.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n");
    for (std::size_t at = 0, step = 1; at < body.size(); at += step, step = step * 2 % 70'001)
        client.send(std::string_view(body).substr(at, step));
    CHECK(client.receive().status == 204);
    CHECK(echo.received == body);
    CHECK(ask(client, "GET /next HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET /next ");
}

TEST_CASE("However long a header is, all of a body that came in one with it arrives")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    std::string body;
    for (int i = 0; body.size() < 100'000; ++i) body += std::to_string(i);
    for (std::size_t more = 0; more < 15'000; more += 500) {
        INFO(more);
        RawClient client(server.port());
        client.send("PUT /p HTTP/1.1\r\nHost: x\r\nX-More: " + std::string(more, 'x') +
                    "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        REQUIRE(client.receive().status == 204);
        REQUIRE(std::exchange(echo.received, {}) == body);
    }
}

TEST_CASE("A client that goes away in the middle leaves what it sent")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    {
        RawClient client(server.port());
        client.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
        client.finishSending();
        CHECK(client.receive().status == 0);
    }
    CHECK(echo.waitFor("half<cut>"));
}

TEST_CASE("A body slower than the limit is cut")
{
    Echo echo;
    hub::HttpOptions options = small();
    options.bodyPause = 300ms;
    hub::HttpServer server(options, echo);
    RawClient client(server.port());
    client.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    CHECK(client.closesWithin(10s));
    CHECK(echo.waitFor("half<cut>"));
}

TEST_CASE("A sink's early answer ends the request and the connection")
{
    Echo echo;
    echo.refuseChunk = true;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    const auto answer = ask(
        client, "PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n" + std::string(50, 'x'));
    CHECK(answer.status == 409);
    CHECK(answer.body == "early");
    CHECK(client.closesWithin(10s));
}

TEST_CASE("A client that waits for leave to send its body gets it, or the refusal")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    const std::string tail =
        " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
    RawClient client(server.port());
    CHECK(ask(client, "PUT /p" + tail).status == 100);
    CHECK(ask(client, "abc").status == 204);
    CHECK(ask(client, "PUT /refused" + tail).status == 403);
}

TEST_CASE("A header that never ends is given up")
{
    Echo echo;
    hub::HttpOptions options = small();
    options.headerTime = 300ms;
    hub::HttpServer server(options, echo);
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost:");
    CHECK(client.closesWithin(10s));
}

TEST_CASE("Hundreds of idle and half-sent requests do not hold up a fresh one")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    std::deque<RawClient> idle;
    for (int i = 0; i < 500; ++i) {
        idle.emplace_back(server.port());
        if (i % 2 == 0)
            idle.back().send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
    }
    RawClient client(server.port());
    CHECK(ask(client, "GET /fresh HTTP/1.1\r\nHost: x\r\n\r\n").body == "GET /fresh ");
    CHECK(server.connections() == 501);
}

TEST_CASE("Connections over the limit are closed at once")
{
    Echo echo;
    hub::HttpOptions options = small();
    options.connections = 1;
    hub::HttpServer server(options, echo);
    RawClient first(server.port());
    CHECK(ask(first, "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n").status == 200);
    RawClient second(server.port());
    CHECK(second.closesWithin(10s));
}

TEST_CASE("Stopping lets a running request finish, closes idle ones and cuts what takes too long")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    RawClient idle(server.port());
    RawClient busy(server.port());
    RawClient stuck(server.port());
    CHECK(ask(idle, "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n").status == 200);
    stuck.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    CHECK(echo.waitFor("half"));
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    server.stop(600ms);
    const auto answer = busy.receive();
    CHECK(answer.body == "GET /slow ");
    CHECK(answer.headers.at("connection") == "close");
    CHECK(idle.closesWithin(10s));
    CHECK(echo.received == "half<cut>");
    CHECK_THROWS(RawClient(server.port()));
}

TEST_CASE("Stopping while a body is written waits for the piece at hand and tells the sink once")
{
    Echo echo;
    echo.pause = 200ms;
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    client.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
    CHECK(echo.waitFor("half"));
    client.send("more");  // in the kernel while the worker still has the first
    server.stop(0ms);
    CHECK(echo.received == "halfmore<cut>");
    CHECK(client.closesWithin(10s));
}

TEST_CASE("A port that is taken is an exception that names it")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    hub::HttpOptions options = small();
    options.port = server.port();
    CHECK_THROWS_AS(hub::HttpServer(options, echo), std::system_error);
}

TEST_CASE("What the server answers by itself is stamped like the handler's own answers")
{
    Echo echo;
    hub::HttpServer server(small(), echo);
    for (const char* asked :
         {"POST /big HTTP/1.1\r\nHost: x\r\nX-Nonce: 7\r\nContent-Length: 1001\r\n\r\n",
          "PUT /big HTTP/1.1\r\nHost: x\r\nX-Nonce: 7\r\nContent-Length: 500001\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\nX-Nonce: 7\r\n\r\n",
          "GET /throws HTTP/1.1\r\nHost: x\r\nX-Nonce: 7\r\n\r\n"}) {
        RawClient client(server.port());
        const auto answer = ask(client, asked);
        INFO(asked);
        CHECK(answer.status >= 400);
        CHECK(answer.headers.at("x-nonce") == "7");
    }
}

TEST_CASE("When too much waits, who comes now is asked to come back, each at another time")
{
    Echo echo;
    hub::HttpOptions options = small();
    options.waiting = 1;
    hub::HttpServer server(options, echo);
    RawClient slow(server.port());
    slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    std::set<std::string> pauses;
    for (int i = 0; i < 5; ++i) {
        RawClient client(server.port());
        const auto answer = ask(client, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        REQUIRE(answer.status == 503);
        CHECK(answer.body.find("hub.busy") != std::string::npos);
        const int pauseS = std::stoi(answer.headers.at("retry-after"));
        CHECK(pauseS >= 30);
        CHECK(pauseS <= 300);
        pauses.insert(answer.headers.at("retry-after"));
    }
    CHECK(pauses.size() > 1);
    CHECK(slow.receive().status == 200);
    CHECK(ask(slow, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").status == 200);
}
