#include <catch2/catch.hpp>

#include "sync/hub/store/devices.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
const std::string one(32, '1');
const std::string two(32, '2');
}  // namespace

TEST_CASE("A code enrols one tablet, once")
{
    County county;
    const std::string code = county.enrolCode("zhang");
    const hub::Response response = county.enrol(code, one);
    REQUIRE(response.status == 200);
    const auto answer = protocol::enrolAnswerFromBytes(response.body);
    REQUIRE(answer);
    CHECK(answer->user.name == "张三");
    CHECK(answer->token.size() == 64);
    CHECK(answer->countyName == "示例县");
    CHECK(answer->epoch == response.headers.at(protocol::header::epoch));

    const hub::Response again = county.enrol(code, two);
    CHECK(again.status == 403);
    CHECK(problemOf(again).error.code == protocol::code::enrolCode);

    SECTION("neither code nor token is kept in clear")
    {
        const auto reader = county.hub().services().readers.take();
        for (const char* sql : {"SELECT count(*) FROM device WHERE token_hash = ?",
                                "SELECT count(*) FROM enrol_code WHERE hash = ?"}) {
            SQLite::Statement query(reader->db(), sql);
            query.bind(1,
                       std::string(sql).find("device") != std::string::npos ? answer->token : code);
            REQUIRE(query.executeStep());
            CHECK(query.getColumn(0).getInt() == 0);
        }
    }
}

TEST_CASE("The same tablet may ask again when the answer was lost, for ten minutes")
{
    County county;
    const std::string code = county.enrolCode("zhang");
    const auto first = protocol::enrolAnswerFromBytes(county.enrol(code, one).body);
    const auto second = protocol::enrolAnswerFromBytes(county.enrol(code, one).body);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->device == second->device);
    CHECK(first->token != second->token);
    county.clock.nowMs += 11 * 60 * 1000;
    CHECK(county.enrol(code, one).status == 403);
}

TEST_CASE("A code is typed as people type")
{
    County county;
    std::string code = county.enrolCode("zhang");
    for (char& c : code) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    CHECK(county.enrol(code, one).status == 200);
}

TEST_CASE("An expired code, a disabled user's code and nonsense let nobody in")
{
    County county;
    const std::string code = county.enrolCode("zhang");
    SECTION("expired")
    {
        county.clock.nowMs += 3'600'001;
        CHECK(county.enrol(code, one).status == 403);
    }
    SECTION("disabled")
    {
        county.hub().services().committer.run([](hub::Connection& db) {
            hub::putUser(db, {{"zhang"}, "张三", domain::Role::inspector, {}, false});
        });
        CHECK(county.enrol(code, one).status == 403);
    }
    SECTION("nonsense")
    {
        for (const char* text : {"", "AAAA", "AAAA-AAAA-AAAU", "' OR 1=1 --", "AAAA-AAAA-AAAA-A"})
            CHECK(county.enrol(text, one).status >= 400);
    }
}

TEST_CASE("Ten wrong codes lock an address for a while, others not")
{
    County county;
    const std::string code = county.enrolCode("zhang");
    for (int i = 0; i < 10; ++i) CHECK(county.enrol("AAAA-AAAA-AAAA", one).status == 403);
    const hub::Response locked = county.enrol(code, one);
    CHECK(locked.status == 429);
    CHECK(problemOf(locked).error.code == "enrol.locked");
    CHECK(std::stoi(locked.headers.at(protocol::header::retryAfter)) > 0);

    county.clock.nowMs += 10 * 60 * 1000;
    CHECK(county.enrol(code, one).status == 200);
}

TEST_CASE("Enrolling again keeps the device, so that waiting records still fit")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    const domain::Record waiting = county.submitted(zhang, county.inspection(zhang, village11));
    const auto answer = protocol::enrolAnswerFromBytes(
        county.enrol(county.enrolCode("zhang"), zhang.incarnation).body);
    REQUIRE(answer);
    CHECK(answer->device == zhang.device);
    const std::string oldToken = zhang.token;
    zhang.token = answer->token;
    CHECK(textOf(county.pushOne(zhang, waiting).outcome) == "applied");
    zhang.token = oldToken;
    CHECK(county.get(zhang, protocol::path::feed).status == 401);
}

TEST_CASE("A malformed enrolment is named and changes nothing")
{
    County county;
    const std::string code = county.enrolCode("zhang");
    for (const std::string& body :
         {std::string(), std::string("{}"), std::string("[1,2"), std::string(5000, ' '),
          R"({"code":")" + code + R"(","deviceName":"","incarnation":")" + one +
              R"(","publicKey":")" + std::string(64, 'a') + R"("})",
          R"({"code":")" + code + R"(","deviceName":"p","incarnation":"x","publicKey":")" +
              std::string(64, 'a') + R"("})",
          R"({"code":")" + code + R"(","deviceName":"p","incarnation":")" + one +
              R"(","publicKey":"short"})"}) {
        const hub::Response response = county.askSigned(protocol::path::enrol, body);
        INFO(body);
        CHECK(response.status >= 400);
        CHECK(response.status < 500);
    }
    CHECK(county.enrol(code, one).status == 200);
}
