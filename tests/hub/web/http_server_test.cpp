#include "sync/hub/http_server.h"

#include <catch2/catch.hpp>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#include "tests/hub/web/echo.h"

using namespace std::chrono_literals;
using hubtest::ask;
using hubtest::Echo;
using hubtest::small;
using testing::RawClient;

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
