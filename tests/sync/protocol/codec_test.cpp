#include "sync/protocol/codec.h"

#include <catch2/catch.hpp>

#include "sync/protocol/compression.h"

using namespace protocol;

namespace {
domain::Record record(std::int64_t deviceSeq)
{
    domain::Record made;
    made.id = {"0190a5b0-0000-7000-8000-00000000000" + std::to_string(deviceSeq)};
    made.kind = "inspection";
    made.author = {"u1"};
    made.device = {"d1"};
    made.incarnation = "i1";
    made.deviceSeq = deviceSeq;
    made.createdAtMs = 1'700'000'000'000;
    made.body = R"({"text":"东阳\n市"})";
    return made;
}

FeedHead head()
{
    FeedHead made;
    made.epoch = "e1";
    made.scope = "s1";
    made.nextAfter = 12;
    made.more = true;
    made.lastSeq = 40;
    made.durableSeq = 39;
    made.reference = {{"regions", "\"r1\""}, {"people", "\"p1\""}};
    return made;
}
}  // namespace

TEST_CASE("Messages come back from their bytes as they were")
{
    const EnrolRequest enrol{"ABCD-1234", "平板 7", "inc", std::string(64, 'a')};
    const auto enrolled = enrolRequestFromBytes(toBytes(enrol));
    REQUIRE(enrolled);
    CHECK(enrolled->deviceName == "平板 7");
    CHECK(enrolled->publicKey == enrol.publicKey);

    EnrolAnswer welcome{"secret", {"dev"}, {}, "东阳市", "e1"};
    welcome.user.id = {"u1"};
    welcome.user.name = "张三";
    const auto welcomed = enrolAnswerFromBytes(toBytes(welcome));
    REQUIRE(welcomed);
    CHECK(welcomed->user == welcome.user);
    CHECK(welcomed->token == "secret");

    PushAnswer push;
    push.results = {{{"r1"}, Outcome::applied, 7, "", "", {}},
                    {{"r2"}, Outcome::conflict, 0, "review.decided", "已有人审核", {"r0"}}};
    const auto pushed = pushAnswerFromBytes(toBytes(push));
    REQUIRE(pushed);
    REQUIRE(pushed->results.size() == 2);
    CHECK(pushed->results[0].seq == 7);
    CHECK(pushed->results[1].outcome == Outcome::conflict);
    CHECK(pushed->results[1].other == domain::RecordId{"r0"});

    const domain::Sha256 hash{std::string(64, 'b')};
    REQUIRE(haveRequestFromBytes(toBytes(HaveRequest{{hash}}))->hashes.front() == hash);
    const domain::Sha256 other{std::string(64, 'c')};
    const auto have = haveAnswerFromBytes(toBytes(HaveAnswer{{{hash, 65536}}, {other}}));
    REQUIRE(have);
    CHECK(have->missing == std::map<domain::Sha256, std::int64_t>{{hash, 65536}});
    CHECK(have->whole == std::set{other});

    Problem problem;
    problem.error = {"push.gap", "缺少第 3 条", "line 1"};
    problem.retryAfterS = 30;
    problem.expectedSeq = 3;
    problem.epoch = "e2";
    problem.lastSeq = 8;
    const auto refused = problemFromBytes(409, toBytes(problem));
    REQUIRE(refused);
    CHECK(refused->status == 409);
    CHECK(refused->error == problem.error);
    CHECK(refused->retryAfterS == 30);
    CHECK(refused->expectedSeq == 3);
    CHECK(refused->epoch == "e2");
    CHECK(refused->lastSeq == 8);
}

TEST_CASE("A feed page carries canonical records unchanged")
{
    const std::vector<std::string> lines{feedHeadLine(head()),
                                         feedRecordLine(11, 5, canonical(record(1))),
                                         feedRecordLine(12, 6, canonical(record(2)))};
    const auto unpacked = unpackLines(packLines(lines), limits::feedPlainBytes, 501);
    REQUIRE(unpacked);
    const auto page = feedPageFromLines(*unpacked);
    REQUIRE(page);
    CHECK(page->head.reference.at("people") == "\"p1\"");
    CHECK(page->head.more);
    REQUIRE(page->records.size() == 2);
    CHECK(page->records[1].seq == 12);
    CHECK(page->records[1].receivedAtMs == 6);
    CHECK(canonical(page->records[1].record) == canonical(record(2)));
}

TEST_CASE("A record nobody can read is passed over and does not block its page")
{
    const std::vector<std::string> lines{feedHeadLine(head()),
                                         feedRecordLine(11, 5, R"({"id":"no uuid","body":{}})"),
                                         feedRecordLine(12, 6, canonical(record(2)))};
    const auto page = feedPageFromLines(lines);
    REQUIRE(page);
    CHECK(page->records.size() == 1);
    REQUIRE(page->unreadable.size() == 1);
    CHECK(page->unreadable[0].seq == 11);
}

TEST_CASE("A request with an unknown key is refused, an answer with one is read")
{
    CHECK(haveRequestFromBytes(R"({"hashes":[],"more":1})").error().code == "json.key_unknown");
    CHECK(haveAnswerFromBytes(R"({"missing":{},"whole":[],"more":1})"));
}

TEST_CASE("What is wrong in a message is named with its place")
{
    CHECK(pushAnswerFromBytes(R"({"results":[{"id":"a","seq":-1,"outcome":"applied"}]})")
              .error()
              .where == "results[0].seq");
    CHECK(pushAnswerFromBytes(R"({"results":[{"id":"a","seq":1,"outcome":"won"}]})").error().code ==
          "json.word_unknown");
    CHECK(haveRequestFromBytes(R"({"hashes":["AB"]})").error().where == "hashes[0]");
    CHECK(haveRequestFromBytes(R"([])").error().code == "json.type");
    CHECK(haveAnswerFromBytes(R"({"missing":{},"whole":["AB"]})").error().where == "whole[0]");
    CHECK(problemFromBytes(500, "<html>").error().code == "json.malformed");
    CHECK(pushAnswerFromBytes(std::string(limits::jsonBytes + 1, ' ')).error().code ==
          "wire.too_large");
}

TEST_CASE("A body cut at any byte or with any byte changed is refused or right, and never throws")
{
    const std::vector<std::string> lines{feedHeadLine(head()),
                                         feedRecordLine(11, 5, canonical(record(1)))};
    const std::string body = packLines(lines);
    for (std::size_t cut = 0; cut < body.size(); ++cut)
        CHECK_FALSE(unpackLines(body.substr(0, cut), limits::feedPlainBytes, 501));
    for (std::size_t at = 0; at < body.size(); ++at)
        for (const int bit : {0, 3, 7}) {
            std::string damaged = body;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            const auto read = unpackLines(damaged, limits::feedPlainBytes, 501);
            if (read)  // a bit that the format does not use
                CHECK(*read == lines);
        }
}

TEST_CASE("Messages of damaged JSON never throw")
{
    Problem problem;
    problem.error = {"push.gap", "缺少第 3 条", "line 1"};
    problem.epoch = "e2";
    const std::string good = toBytes(problem);
    const std::string page = feedRecordLine(11, 5, canonical(record(1)));
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char c : {'\xff', '{', '"', '0', '\\'}) {
            std::string damaged = good;
            damaged[at] = c;
            CHECK_NOTHROW(problemFromBytes(409, damaged));
            CHECK_NOTHROW(enrolAnswerFromBytes(damaged));
        }
    for (std::size_t at = 0; at < page.size(); ++at)
        for (const char c : {'\xff', '}', '[', '9'}) {
            std::vector<std::string> lines{feedHeadLine(head()), page};
            lines[1][at] = c;
            CHECK_NOTHROW(feedPageFromLines(lines));
        }
}

TEST_CASE("A compressed bomb is refused before it fills the memory")
{
    const std::string bomb = compress(std::string(std::size_t{64} << 20U, '{'));
    REQUIRE(bomb.size() < 100'000);
    CHECK(unpackLines(bomb, std::size_t{1} << 30U, 10).error().code == "wire.ratio");
    CHECK(unpackLines(bomb, 1000, 10).error().code == "wire.too_large");

    Unpacker piecewise(std::size_t{1} << 30U);
    std::string refusedWith;
    for (std::size_t at = 0; at < bomb.size() && refusedWith.empty(); at += 100)
        if (const auto fed = piecewise.feed(std::string_view(bomb).substr(at, 100)); !fed)
            refusedWith = fed.error().code;
    CHECK(refusedWith == "wire.ratio");
    CHECK(piecewise.plain().size() < 100'000 + 200 * bomb.size());
}

TEST_CASE("Bytes after the end of a compressed body are refused")
{
    const std::string body = packLines(std::vector<std::string>{"{}"});
    CHECK_FALSE(unpackLines(body + "x", 1000, 10));
    CHECK_FALSE(unpackLines(body + body, 1000, 10));
    CHECK(unpackLines(packLines(std::vector<std::string>{"a", "b", "c"}), 1000, 2).error().code ==
          "wire.lines");
    CHECK(splitLines("a\n\nb\n", 10).error().code == "wire.lines");
    CHECK(splitLines("a\nb", 10).error().code == "wire.truncated");
}
