#include <catch2/catch.hpp>
#include <thread>

#include "sync/hub/http_server.h"
#include "tests/hub/web/raw_client.h"

using namespace std::chrono_literals;
using testing::RawClient;

namespace {

/// Takes bodies of up to 1,000 bytes, whole, or in pieces under /streamed.
class Taker final : public hub::Handler {
public:
    class Sink final : public hub::BodySink {
    public:
        std::optional<hub::Response> chunk(std::span<const std::byte>) override { return {}; }
        hub::Response finish() override { return {204, {}, {}, {}}; }
        void cut() override {}
    };

    hub::Intake intake(const hub::Request& request) override
    {
        if (request.path == "/streamed") return hub::StreamedBody{std::make_unique<Sink>(), 1000};
        return hub::WholeBody{1000};
    }
    hub::Response handle(const hub::Request&) override { return {}; }
};

/// False: the server has closed.
bool sends(RawClient& client, std::string_view bytes)
{
    try {
        client.send(bytes);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

constexpr const char* chunked = " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

TEST_CASE("A chunk's header that never ends is cut before it takes memory")
{
    Taker taker;
    hub::HttpServer server({}, taker);
    for (const char* begins : {"5;", "0\r\nTrailer: "}) {
        for (const char* path : {"/whole", "/streamed"}) {
            RawClient client(server.port());
            client.send(std::string("POST ") + path + chunked + begins);
            const std::string piece(16 * 1024, 'x');
            int taken = 0;
            while (taken < 1000 && sends(client, piece)) ++taken;
            CHECK(taken < 1000);
            CHECK(client.closesWithin(20s));
        }
    }
}

TEST_CASE("Bytes that are none of a body do not keep a connection open")
{
    Taker taker;
    hub::HttpOptions options;
    options.bodyPause = 200ms;
    hub::HttpServer server(options, taker);
    for (const char* path : {"/whole", "/streamed"}) {
        RawClient client(server.port());
        client.send(std::string("POST ") + path + chunked + "5;");
        int taken = 0;
        while (taken < 200 && sends(client, "x")) {
            ++taken;
            std::this_thread::sleep_for(50ms);
        }
        CHECK(taken < 200);
    }
}
