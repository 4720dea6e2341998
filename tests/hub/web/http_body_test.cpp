#include <catch2/catch.hpp>
#include <thread>
#include <utility>

#include "tests/hub/web/echo.h"

using namespace std::chrono_literals;
using hubtest::ask;
using hubtest::Echo;
using hubtest::small;
using testing::RawClient;

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

TEST_CASE("What comes while a piece is written follows it, without a wait for the network")
{
    Echo echo;
    echo.hold(true);
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    client.send("PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf");
    CHECK(echo.waitFor("half"));
    client.send("more");
    echo.hold(false);
    CHECK(client.receive().status == 204);
    CHECK(echo.received == "halfmore");
}

TEST_CASE("Stopping while a body is written waits for the piece at hand and tells the sink once")
{
    const std::string expect = GENERATE("", "Expect: 100-continue\r\n");
    Echo echo;
    echo.hold(true);
    hub::HttpServer server(small(), echo);
    RawClient client(server.port());
    client.send("PUT /p HTTP/1.1\r\nHost: x\r\n" + expect + "Content-Length: 100\r\n\r\nhalf");
    CHECK(echo.waitFor("half"));
    client.send(std::string(96, 'x'));  // in the kernel while the worker still has the first
    std::thread letGo([&] {
        std::this_thread::sleep_for(1s);  // by then the server has begun to close
        echo.hold(false);
    });
    server.stop(0ms);
    letGo.join();
    CHECK(echo.received == "half<cut>");
    CHECK(client.closesWithin(10s));
}
