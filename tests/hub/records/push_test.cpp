#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

TEST_CASE("An inspection that is pushed is applied once and seen in the feed")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    const protocol::PushResult first = county.pushOne(zhang, record);
    CHECK(textOf(first.outcome) == "applied");
    CHECK(first.code.empty());
    CHECK(first.seq == 1);

    SECTION("sent again, it is a duplicate with the same seq")
    {
        const protocol::PushResult again = county.pushOne(zhang, record);
        CHECK(textOf(again.outcome) == "duplicate");
        CHECK(again.seq == first.seq);
    }
    const protocol::FeedPage page = county.feed(zhang);
    REQUIRE(page.records.size() == 1);
    CHECK(page.records[0].record == record);
    CHECK(page.records[0].receivedAtMs == county.clock.nowMs);
    CHECK(page.head.nextAfter == 1);
    CHECK(page.head.lastSeq == 1);
    CHECK_FALSE(page.head.more);
}

TEST_CASE("Every answer of the hub carries nonce, version, epoch, durable seq and time")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
    for (const hub::Response& response :
         {county.get(zhang, protocol::path::feed), county.get(zhang, "/v1/nothing")}) {
        CHECK(response.headers.at(protocol::header::nonce) == std::string(32, 'a'));
        CHECK(response.headers.at(protocol::header::protocol) == "1");
        CHECK(response.headers.at(protocol::header::epoch).size() == 32);
        CHECK(response.headers.at(protocol::header::durableSeq) == "1");
        CHECK(response.headers.at(protocol::header::timeMs) == std::to_string(county.clock.nowMs));
    }
}

TEST_CASE("A gap in deviceSeq refuses the batch and says which number comes next")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record first = county.submitted(zhang, county.inspection(zhang, village11));
    const domain::Record second = county.submitted(zhang, county.inspection(zhang, village12));
    const domain::Record third = county.submitted(zhang, county.inspection(zhang, village11));

    const protocol::Problem problem = problemOf(county.push(zhang, {second}));
    CHECK(problem.status == 409);
    CHECK(problem.error.code == protocol::code::pushGap);
    CHECK(problem.expectedSeq == 1);

    SECTION("a gap in the middle leaves nothing of the batch")
    {
        const protocol::Problem middle = problemOf(county.push(zhang, {first, third}));
        CHECK(middle.error.code == protocol::code::pushGap);
        CHECK(county.feed(zhang).records.empty());
        CHECK(answerOf(county.push(zhang, {first, second, third})).results.size() == 3);
    }
}

TEST_CASE("A deviceSeq used by another record is a cloned tablet")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
    Tablet clone = zhang;
    clone.nextSeq = 1;
    const protocol::Problem problem = problemOf(
        county.push(clone, {county.submitted(clone, county.inspection(clone, village12))}));
    CHECK(problem.status == 409);
    CHECK(problem.error.code == "push.cloned");
    CHECK(county.feed(zhang).records.size() == 1);
}

TEST_CASE("A poison record is set aside and the rest of the batch flows")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record good = county.submitted(zhang, county.inspection(zhang, village11));
    domain::Record poison = county.submitted(zhang, county.inspection(zhang, village12));
    poison.body = R"({"id":"x","revision":"one"})";
    const domain::Record after = county.submitted(zhang, county.inspection(zhang, village12));

    const protocol::PushAnswer answer = answerOf(county.push(zhang, {good, poison, after}));
    REQUIRE(answer.results.size() == 3);
    CHECK(textOf(answer.results[0].outcome) == "applied");
    CHECK(textOf(answer.results[1].outcome) == "quarantined");
    CHECK(answer.results[1].code.starts_with("json."));
    CHECK(answer.results[1].seq == 0);
    CHECK(textOf(answer.results[2].outcome) == "applied");
    CHECK(answer.results[2].seq == 2);

    SECTION("and it is answered the same when it is sent again")
    {
        const protocol::PushResult again = county.pushOne(zhang, poison);
        CHECK(textOf(again.outcome) == "quarantined");
        CHECK(again.code == answer.results[1].code);
    }
}

TEST_CASE("A line that is no record but names one is set aside under its number")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    std::string line = domain::canonical(record);
    line.insert(line.size() - 1, R"(,"surprise":1)");
    const protocol::PushAnswer answer = answerOf(county.pushLines(zhang, {line}));
    CHECK(textOf(answer.results.at(0).outcome) == "quarantined");
    CHECK(answer.results[0].code == "json.key_unknown");
    county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
}

TEST_CASE("A line that names no record refuses the batch with its line number")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    const protocol::Problem problem =
        problemOf(county.pushLines(zhang, {domain::canonical(record), R"({"no":"record"})"}));
    CHECK(problem.status == 400);
    CHECK(problem.error.where.starts_with("line 2"));
    CHECK(county.feed(zhang).records.empty());
}

TEST_CASE("A push that was damaged on the way, or is no push, changes nothing")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    hub::Request request;
    request.method = "POST";
    request.path = protocol::path::push;
    request.headers[protocol::header::authorization] = "Bearer " + zhang.token;
    request.headers[protocol::header::contentType] = protocol::media::lines;
    request.body = protocol::packLines(std::vector{domain::canonical(record)});

    SECTION("no digest")
    {
        CHECK(problemOf(county.ask(request)).error.code == "request.digest");
    }
    SECTION("another digest")
    {
        request.headers[protocol::header::contentDigest] =
            protocol::contentDigest({std::string(64, '0')});
        CHECK(problemOf(county.ask(request)).error.code == "request.digest");
    }
    SECTION("another type")
    {
        request.headers[protocol::header::contentType] = "application/json";
        CHECK(county.ask(request).status == 415);
    }
    SECTION("not zstd")
    {
        CHECK(problemOf(county.send(zhang, "POST", protocol::path::push, protocol::media::lines,
                                    "nonsense"))
                  .status == 400);
    }
    SECTION("too large")
    {
        request.body.assign(1 << 20, 'x');
        CHECK(county.ask(request).status == 413);
    }
    SECTION("another protocol version")
    {
        request.headers[protocol::header::protocol] = "99";
        CHECK(problemOf(county.ask(request)).error.code == protocol::code::version);
        request.headers[protocol::header::protocol] = "";
        CHECK(county.ask(request).status == 426);
    }
    SECTION("no token, or one that nobody has")
    {
        request.headers.erase(protocol::header::authorization);
        CHECK(county.ask(request).status == 401);
        request.headers[protocol::header::authorization] = "Bearer " + std::string(64, '0');
        CHECK(problemOf(county.ask(request)).error.code == protocol::code::token);
    }
    CHECK(county.feed(zhang).records.empty());
}

TEST_CASE("Records of another device are refused, of another author set aside")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet li = county.tabletOf("li");
    const domain::Record record = county.submitted(zhang, county.inspection(zhang, village11));
    CHECK(problemOf(county.push(li, {record})).error.code == "push.device");

    domain::Record forged = record;
    forged.author = {"li"};
    const protocol::PushResult result = county.pushOne(zhang, forged);
    CHECK(textOf(result.outcome) == "quarantined");
    CHECK(result.code == "record.author");
}

TEST_CASE("Work that waits under one's earlier device is taken from the new one")
{
    County county;
    Tablet before = county.tabletOf("zhang");
    const domain::Record waiting = county.submitted(before, county.inspection(before, village11));
    const Tablet now = county.tabletOf("zhang");
    REQUIRE(now.device != before.device);
    CHECK(textOf(county.pushOne(now, waiting).outcome) == "applied");
}

TEST_CASE("A revoked tablet may hand in its work, into quarantine, and reads nothing")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    county.hub().services().committer.run([&](hub::Connection& db) {
        REQUIRE(hub::revokeDevice(db, zhang.device, county.clock.nowMs));
    });
    const protocol::PushResult result =
        county.pushOne(zhang, county.submitted(zhang, county.inspection(zhang, village11)));
    CHECK(textOf(result.outcome) == "quarantined");
    CHECK(result.code == "device.revoked");
    CHECK(problemOf(county.get(zhang, protocol::path::feed)).error.code == protocol::code::revoked);
    CHECK(county.get(zhang, "/v1/reference/regions").status == 403);
    CHECK(county.get(zhang, "/v1/drafts").status == 403);
}

TEST_CASE("Kinds that a tablet may not write, or nobody knows yet, are set aside")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    CHECK(county.pushOne(zhang, county.record(zhang, "photo.received", "{}")).code ==
          "record.kind_forbidden");
    CHECK(county.pushOne(zhang, county.record(zhang, "from.the.future", "{}")).code ==
          "record.kind_unknown");
}

TEST_CASE("A long body is read from nobody whose token is not known")
{
    County county;
    const Tablet zhang = county.tabletOf("zhang");
    hub::Request request;
    request.method = "POST";
    request.path = protocol::path::push;
    request.headers = {{protocol::header::protocol, "1"},
                       {protocol::header::nonce, std::string(32, 'a')}};
    const auto asked = [&](std::optional<std::uint64_t> length, const std::string& token) {
        request.contentLength = length;
        request.headers[protocol::header::authorization] = "Bearer " + token;
        return county.hub().intake(request);
    };
    for (const std::optional<std::uint64_t> length : {std::optional<std::uint64_t>(60'000), {}}) {
        const hub::Intake stranger = asked(length, "nobody's");
        REQUIRE(std::holds_alternative<hub::Response>(stranger));
        CHECK(std::get<hub::Response>(stranger).status == 401);
        CHECK(std::get<hub::Response>(stranger).headers.at(protocol::header::nonce) ==
              std::string(32, 'a'));
        CHECK(std::holds_alternative<hub::WholeBody>(asked(length, zhang.token)));
    }
    CHECK_FALSE(county.hub().whole(request));
    request.contentLength = 1000;
    CHECK(county.hub().whole(request));
}

TEST_CASE("A tablet whose clock is off when it pushes is marked, and its records are taken")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const auto pushAt = [&](std::int64_t offMs) {
        const auto record = county.submitted(zhang, county.inspection(zhang, village11));
        hub::Request request;
        request.method = "POST";
        request.path = protocol::path::push;
        request.body = protocol::packLines(std::vector{domain::canonical(record)});
        request.headers = {{protocol::header::authorization, "Bearer " + zhang.token},
                           {protocol::header::contentType, protocol::media::lines},
                           {protocol::header::contentDigest,
                            protocol::contentDigest({crypto::sha256(request.body)})},
                           {protocol::header::timeMs, std::to_string(county.clock.nowMs + offMs)}};
        CHECK(county.ask(request).status == 200);
        return *hub::findDevice(*county.hub().services().readers.take(), zhang.device);
    };
    CHECK_FALSE(pushAt(20'000).clockSuspect());
    const hub::Device ahead = pushAt(3'600'000);
    CHECK(ahead.clockSuspect());
    CHECK(ahead.clockOffMs == 3'600'000);
    CHECK(pushAt(-86'400'000).clockSuspect());
    int suspect = 0;
    hub::readAudit(*county.hub().services().readers.take(), 0, [&](const hub::AuditLine& line) {
        suspect += line.action == "device.clock_suspect" ? 1 : 0;
    });
    CHECK(suspect == 1);
    CHECK_FALSE(pushAt(0).clockSuspect());
}
