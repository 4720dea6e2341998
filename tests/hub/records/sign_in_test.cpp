#include <catch2/catch.hpp>

#include "core/crypto/password.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/passwords.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
const std::string right = "南山上的云 and 7";

struct WithPassword : County {
    WithPassword()
    {
        hub().services().committer.run([&](hub::Connection& db) {
            hub::putPassword(db, {"wang"},
                             crypto::passwordHash(right, crypto::PasswordCost::lowest),
                             clock.nowMs);
        });
    }

    hub::Response signIn(const std::string& user, const std::string& password,
                         const std::string& incarnation = std::string(32, '1'))
    {
        return askSigned(
            protocol::path::signIn,
            protocol::toBytes(protocol::SignInRequest{
                user, password, {"", "督查组平板", incarnation, keys.publicKey, onlyUser}}),
            remote);
    }
    std::string wrongCode(const std::string& user, const std::string& password)
    {
        return problemOf(signIn(user, password)).error.code;
    }

    std::string remote = "10.0.0.1";
    domain::UserId onlyUser;
};
}  // namespace

TEST_CASE("A user with a password signs in on a tablet, by id or name, and reads what is theirs")
{
    WithPassword county;
    for (const char* name : {"wang", "王五"}) {
        const hub::Response response = county.signIn(name, right);
        REQUIRE(response.status == 200);
        const auto answer = protocol::enrolAnswerFromBytes(response.body);
        REQUIRE(answer);
        CHECK(answer->user.id.value == "wang");
        Tablet tablet{answer->user, answer->device, answer->token, std::string(32, '1')};
        CHECK(county.get(tablet, protocol::path::feed).status == 200);
    }
}

TEST_CASE("Who shares a tablet takes it over with a token of their own, and the one before ends")
{
    WithPassword county;
    Tablet zhang = county.tabletOf("zhang");
    const auto answer =
        protocol::enrolAnswerFromBytes(county.signIn("wang", right, zhang.incarnation).body);
    REQUIRE(answer);
    CHECK(answer->device == zhang.device);
    CHECK(answer->token != zhang.token);
    CHECK(county.get(zhang, protocol::path::feed).status == 401);
}

TEST_CASE("Who knows another tablet's incarnation gets a tablet of their own and takes nothing")
{
    WithPassword county;
    const Tablet zhang = county.tabletOf("zhang");
    const crypto::KeyPair zhangsKeys = county.keys;
    county.keys = crypto::newKeyPair();
    SECTION("by password")
    {
        const auto answer =
            protocol::enrolAnswerFromBytes(county.signIn("wang", right, zhang.incarnation).body);
        REQUIRE(answer);
        CHECK(answer->device != zhang.device);
    }
    SECTION("by code")
    {
        const auto answer = protocol::enrolAnswerFromBytes(
            county.enrol(county.enrolCode("wang"), zhang.incarnation).body);
        REQUIRE(answer);
        CHECK(answer->device != zhang.device);
    }
    SECTION("not even that when naming its key without having it")
    {
        county.keys.publicKey = zhangsKeys.publicKey;
        CHECK(county.wrongCode("wang", right) == protocol::code::enrolSignature);
        CHECK(problemOf(county.enrol(county.enrolCode("wang"), zhang.incarnation)).error.code ==
              protocol::code::enrolSignature);
    }
    CHECK(county.get(zhang, protocol::path::feed).status == 200);
    county.keys = zhangsKeys;
    const auto again = protocol::enrolAnswerFromBytes(
        county.enrol(county.enrolCode("zhang"), zhang.incarnation).body);
    REQUIRE(again);
    CHECK(again->device == zhang.device);
}

TEST_CASE("Another person than the one whose work is on the tablet is refused, and nothing is lost")
{
    WithPassword county;
    const Tablet zhang = county.tabletOf("zhang");
    SECTION("by password, however often")
    {
        county.onlyUser = {"zhang"};
        for (int i = 0; i < 6; ++i) {
            const hub::Response refused = county.signIn("wang", right, zhang.incarnation);
            CHECK(refused.status == 409);
            CHECK(problemOf(refused).error.code == protocol::code::otherUser);
        }
        county.onlyUser = {"wang"};
        CHECK(county.signIn("wang", right).status == 200);
    }
    SECTION("by code, which is not used up")
    {
        const std::string code = county.enrolCode("wang");
        CHECK(problemOf(county.enrol(code, zhang.incarnation, {"zhang"})).error.code ==
              protocol::code::otherUser);
        CHECK(county.enrol(code, std::string(32, '7'), {"wang"}).status == 200);
    }
    CHECK(county.get(zhang, protocol::path::feed).status == 200);
}

TEST_CASE("Wrong user, wrong password and no password are refused with the same words")
{
    WithPassword county;
    const hub::Response wrong = county.signIn("wang", "南山上的云 and 8");
    CHECK(wrong.status == 403);
    CHECK(problemOf(wrong).error.code == protocol::code::signIn);
    CHECK(county.signIn("nobody", right).body == wrong.body);
    CHECK(county.signIn("zhang", right).body == wrong.body);
    CHECK(county.signIn("zhang", "").body == wrong.body);
    CHECK(hub::listDevices(*county.hub().services().readers.take()).empty());
}

TEST_CASE("Five wrong passwords lock the user from everywhere, ten tries an address, for a while")
{
    WithPassword county;
    SECTION("a user")
    {
        for (int i = 0; i < 5; ++i) {
            county.remote = "10.0.0." + std::to_string(i + 1);
            CHECK(county.wrongCode("wang", "guess number n") == protocol::code::signIn);
        }
        county.remote = "10.0.0.99";
        const hub::Response locked = county.signIn("王五", right);
        CHECK(locked.status == 429);
        CHECK(std::stoi(locked.headers.at(protocol::header::retryAfter)) > 0);
    }
    SECTION("an address")
    {
        for (int i = 0; i < 10; ++i)
            CHECK(county.wrongCode("user" + std::to_string(i), right) == protocol::code::signIn);
        CHECK(county.wrongCode("wang", right) == "sign_in.locked");
        county.remote = "10.0.0.2";
        CHECK(county.signIn("wang", right).status == 200);
    }
    county.clock.nowMs += 10 * 60 * 1000;
    CHECK(county.signIn("wang", right).status == 200);
}

TEST_CASE("A password lets in neither a disabled user nor a revoked tablet")
{
    WithPassword county;
    SECTION("disabled")
    {
        county.hub().services().committer.run([](hub::Connection& db) {
            auto user = hub::findUser(db, "wang");
            user->active = false;
            hub::putUser(db, *user);
        });
        CHECK(county.wrongCode("wang", right) == protocol::code::signIn);
    }
    SECTION("revoked")
    {
        const auto answer = protocol::enrolAnswerFromBytes(county.signIn("wang", right).body);
        REQUIRE(answer);
        county.hub().services().committer.run([&](hub::Connection& db) {
            hub::revokeDevice(db, answer->device, county.clock.nowMs);
        });
        CHECK(county.wrongCode("wang", right) == protocol::code::revoked);
    }
}

TEST_CASE(
    "Who was not let in, and who is locked out, stands in the audit log without what they typed")
{
    WithPassword county;
    for (int i = 0; i < 5; ++i) county.signIn("wang", "guess number n");
    county.signIn("my secret passphrase", right);
    county.enrol("AAAA-AAAA-AAAA", std::string(32, '3'));
    std::vector<std::string> lines;
    hub::readAudit(*county.hub().services().readers.take(), 0, [&](const hub::AuditLine& line) {
        lines.push_back(line.who + " " + line.action + " " + line.object + line.detail);
    });
    const std::vector<std::string> expected{
        "10.0.0.1 sign_in.failed wang", "10.0.0.1 sign_in.failed wang",
        "10.0.0.1 sign_in.failed wang", "10.0.0.1 sign_in.failed wang",
        "10.0.0.1 sign_in.failed wang", "10.0.0.1 sign_in.locked wang",
        "10.0.0.1 sign_in.failed ",     "192.0.2.1 enrol.failed "};
    CHECK(lines == expected);
}
