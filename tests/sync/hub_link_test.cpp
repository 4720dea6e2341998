#include "sync/client/hub_link.h"

#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/words.h"
#include "tests/support/fakes.h"

namespace header = protocol::header;
namespace media = protocol::media;

namespace {
/// Answers as a hub does, and then what the test makes of that.
class Answering final : public client::Transport {
public:
    base::Result<client::Answer> send(const client::Request& request) override
    {
        client::Answer answer;
        answer.status = status;
        answer.body = body;
        answer.headers = {{header::protocol, "1"},
                          {header::nonce, request.headers.at(header::nonce)},
                          {header::contentType, media::json},
                          {header::epoch, "e"},
                          {header::durableSeq, "7"}};
        answer.headers[header::contentDigest] =
            protocol::contentDigest({crypto::sha256(answer.body)});
        if (change) change(answer);
        answer.headers[header::headDigest] =
            protocol::headDigest(std::to_string(answer.status), answer.headers);
        if (changeOnTheWay) changeOnTheWay(answer);
        return answer;
    }
    int status = 200;
    std::string body = "{}";
    std::function<void(client::Answer&)> change = {};
    std::function<void(client::Answer&)> changeOnTheWay = {};
};

struct Link {
    Answering network;
    support::FakeClock clock;
    client::HubLink hub{network, clock, support::seededBytes(1), "token"};

    client::Reply<client::Answer> ask(const std::string& method = "GET")
    {
        client::Request request;
        request.method = method;
        request.target = "/v1/feed";
        return hub.ask(std::move(request), media::json);
    }
    /// True when the answer counted as nobody's, and nothing of it was believed.
    bool isForeign(std::function<void(client::Answer&)> change)
    {
        network.change = std::move(change);
        const auto reply = ask();
        return !reply && reply.error().error.code == "sync.no_hub" && reply.error().status == 0 &&
               reply.error().endsRound() && !hub.news();
    }
};
}  // namespace

TEST_CASE("The hub's own answer is taken, with what it says of itself")
{
    Link link;
    REQUIRE(link.ask());
    CHECK(link.hub.news()->durableSeq == 7);
}

TEST_CASE("That nothing changed has no body, so it needs no media type either")
{
    Link link;
    link.network.status = 304;
    link.network.body = {};
    link.network.change = [](client::Answer& answer) { answer.headers.erase(header::contentType); };
    const auto reply = link.ask();
    REQUIRE(reply);
    CHECK(reply->status == 304);
}

TEST_CASE("What is not surely the hub's answer to this very question touches nothing")
{
    Link link;
    SECTION("a login page with status 200")
    {
        CHECK(link.isForeign([](client::Answer& answer) {
            answer = {};
            answer.status = 200;
            answer.headers[header::contentType] = "text/html";
            answer.body = "<html>";
        }));
    }
    SECTION("a redirect to one")
    {
        CHECK(link.isForeign([](client::Answer& answer) {
            answer = {};
            answer.status = 302;
            answer.headers[header::location] = "http://portal.example/login";
        }));
    }
    SECTION("a late answer to an older question")
    {
        REQUIRE(link.ask());
        std::string older;
        link.network.change = [&older](client::Answer& answer) {
            older = answer.header(header::nonce);
        };
        REQUIRE(link.ask());
        link.network.change = [&older](client::Answer& answer) {
            answer.headers[header::nonce] = older;
            answer.headers[header::durableSeq] = "9";
        };
        const auto reply = link.ask();
        REQUIRE_FALSE(reply);
        CHECK(reply.error().error.code == "sync.no_hub");
        CHECK(link.hub.news()->durableSeq == 7);
    }
    SECTION("an answer without the protocol's version")
    {
        CHECK(
            link.isForeign([](client::Answer& answer) { answer.headers.erase(header::protocol); }));
    }
    SECTION("one that was packed on the way, or says so")
    {
        CHECK(link.isForeign(
            [](client::Answer& answer) { answer.headers["content-encoding"] = "gzip"; }));
    }
    SECTION("one of another media type")
    {
        link.network.change = [](client::Answer& answer) {
            answer.headers[header::contentType] = "text/html; charset=utf-8";
        };
        const auto reply = link.ask();
        REQUIRE_FALSE(reply);
        CHECK(reply.error().error.code == "sync.no_hub");
    }
}

TEST_CASE("An answer of the hub that was changed on its way touches nothing")
{
    Link link;
    SECTION("one whose body was changed")
    {
        CHECK(link.isForeign([](client::Answer& answer) { answer.body = "{ }"; }));
    }
    SECTION("one whose digest was taken off")
    {
        CHECK(link.isForeign(
            [](client::Answer& answer) { answer.headers.erase(header::contentDigest); }));
    }
    SECTION("one whose head was changed: what it says of itself, its status, the digest of it all")
    {
        link.network.changeOnTheWay = GENERATE(
            std::function(
                [](client::Answer& answer) { answer.headers[header::durableSeq] = "97"; }),
            [](client::Answer& answer) { answer.headers[header::epoch] = "a"; },
            [](client::Answer& answer) { answer.headers[header::uploadOffset] = "1000"; },
            [](client::Answer& answer) { answer.status = 204; },
            [](client::Answer& answer) { answer.headers.erase(header::headDigest); });
        CHECK(link.isForeign({}));
    }
    SECTION("a proxy's error page, though it kept our headers")
    {
        link.network.status = 502;
        CHECK(link.isForeign(
            [](client::Answer& answer) { answer.headers[header::contentType] = "text/html"; }));
    }
    SECTION("a refusal whose body was changed")
    {
        link.network.status = GENERATE(409, 503);
        link.network.body = R"({"code":"push.gap","expectedSeq":3,"message":"x"})";
        CHECK(link.isForeign([](client::Answer& answer) { answer.body[30] = '4'; }));
    }
}

TEST_CASE("A refusal that came unchanged is read: its code, its words and how long to wait")
{
    Link link;
    link.network.status = 503;
    protocol::Problem problem;
    problem.error = {protocol::code::busy, "忙", {}};
    link.network.body = protocol::toBytes(problem);
    link.network.change = [](client::Answer& answer) { answer.headers[header::retryAfter] = "30"; };
    const auto reply = link.ask();
    REQUIRE_FALSE(reply);
    CHECK(reply.error().error.code == protocol::code::busy);
    CHECK(reply.error().status == 503);
    CHECK(reply.error().retryAfterS == 30);
}

TEST_CASE("The answer to a HEAD has no body to compare with its digest")
{
    Link link;
    link.network.body = {};
    link.network.change = [](client::Answer& answer) {
        answer.headers[header::contentDigest] = protocol::contentDigest({crypto::sha256("{}")});
    };
    CHECK(link.ask("HEAD"));
}
