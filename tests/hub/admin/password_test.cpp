#include "core/crypto/password.h"

#include "sync/hub/hub.h"
#include "sync/hub/store/passwords.h"
#include "tests/hub/admin/desk.h"

using namespace hubtest;

TEST_CASE("The office gives a user a password and takes it away; only its hash is kept")
{
    Desk office;
    office.run({"init", "示例县"});
    office.run({"add-user", "陈六", "--role", "chief", "--id", "chen"});
    const std::string password = office.file("password", "南山 上 的 云 and 7\n不读这一行");
    CHECK(has(office.run({"set-password", "陈六", "--file", password}), "已设置密码 陈六"));
    {
        hub::Connection db(hub::databaseFile(office.path("data")), sqlite::Mode::readOnly);
        const auto hash = hub::passwordHashOf(db, {"chen"});
        REQUIRE(hash);
        CHECK(hash->starts_with("$argon2id$"));
        CHECK(crypto::passwordVerify("南山 上 的 云 and 7", *hash));
    }
    const std::string audit = office.run({"list", "audit"});
    CHECK(has(audit, "password.set chen"));
    CHECK_FALSE(has(audit, "南山"));

    CHECK(has(office.run({"set-password", "陈六", "--file", office.file("short", "123456789")}, 1),
              "password.weak"));
    CHECK(has(office.run({"set-password", "谁", "--file", password}, 1), "user."));
    office.run({"set-password", "chen", "--remove"});
    CHECK(has(office.run({"set-password", "chen", "--remove"}, 1), "password.none"));
}
