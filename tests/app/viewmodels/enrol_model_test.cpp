#include "app/viewmodels/enrol_model.h"

#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "tests/app/viewmodels/desk.h"

using support::eventually;
using viewmodels::EnrolModel;

namespace {
/// A hub that knows one code and one password, and how often it was asked.
struct Door {
    int asked = 0;

    static QFuture<base::Result<void>> answer(bool right, const char* code, const char* words)
    {
        return QtFuture::makeReadyFuture(right ? base::Result<void>()
                                               : base::Result<void>(base::fail(code, words)));
    }
    EnrolModel::Enrol enrol()
    {
        return [this](const std::string& hub, const std::string& code) {
            ++asked;
            return answer(hub == "https://hub" && code == "EFGH", "enrol.code",
                          "注册码已用过，请向办公室要新的");
        };
    }
    EnrolModel::SignIn signIn()
    {
        return [this](const std::string& hub, const std::string& user, const std::string& word) {
            ++asked;
            return answer(hub == "https://hub" && user == "王五" && word == " 山上的云 ",
                          "sign_in.wrong", "用户或密码不对");
        };
    }
};

const QString hub = QStringLiteral("https://hub");
}  // namespace

TEST_CASE("Enrolling shows the hub's words when it is refused and lets one try again", "[enrol]")
{
    support::qtApplication();
    Door door;
    EnrolModel enrol(door.enrol(), door.signIn(), hub);
    QSignalSpy enrolled(&enrol, &EnrolModel::enrolled);
    enrol.enrol(hub, QStringLiteral(" "));
    CHECK_FALSE(enrol.error().isEmpty());
    CHECK_FALSE(enrol.busy());
    CHECK(door.asked == 0);
    enrol.enrol(hub, QStringLiteral("ABCD"));
    CHECK(enrol.busy());
    REQUIRE(eventually([&] { return !enrol.busy(); }));
    CHECK(enrol.error() == QStringLiteral("注册码已用过，请向办公室要新的"));
    enrol.enrol(hub, QStringLiteral(" EFGH"));
    REQUIRE(eventually([&] { return enrolled.count() == 1; }));
    CHECK(enrol.done());
}

TEST_CASE("Who has a password signs in with it, as it was typed, and is asked for all three",
          "[enrol]")
{
    support::qtApplication();
    Door door;
    EnrolModel enrol(door.enrol(), door.signIn(), hub);
    QSignalSpy enrolled(&enrol, &EnrolModel::enrolled);
    enrol.setWay(EnrolModel::Way::Password);
    enrol.signIn(hub, QStringLiteral("王五"), {});
    enrol.signIn(hub, QStringLiteral(" "), QStringLiteral("x"));
    enrol.signIn({}, QStringLiteral("王五"), QStringLiteral("x"));
    CHECK_FALSE(enrol.error().isEmpty());
    CHECK(door.asked == 0);
    enrol.signIn(hub, QStringLiteral("王五"), QStringLiteral("山上的云"));
    REQUIRE(eventually([&] { return !enrol.busy(); }));
    CHECK(enrol.error() == QStringLiteral("用户或密码不对"));
    enrol.setWay(EnrolModel::Way::Code);
    CHECK(enrol.error().isEmpty());
    enrol.signIn(hub, QStringLiteral("王五 "), QStringLiteral(" 山上的云 "));
    REQUIRE(eventually([&] { return enrolled.count() == 1; }));
    CHECK(enrol.error().isEmpty());
    CHECK(door.asked == 2);
}

TEST_CASE("A link in the place of the code enrols with the address that it holds", "[enrol]")
{
    support::qtApplication();
    Door door;
    EnrolModel enrol(door.enrol(), door.signIn(), QString());
    QSignalSpy enrolled(&enrol, &EnrolModel::enrolled);
    enrol.enrol(QString(), QStringLiteral("xuncun://enrol?hub=nonsense"));
    CHECK_FALSE(enrol.error().isEmpty());
    CHECK(door.asked == 0);
    enrol.enrol(QStringLiteral("https://another"),
                QStringLiteral(" xuncun://enrol?hub=https%3A%2F%2Fhub&code=EFGH "));
    REQUIRE(eventually([&] { return enrolled.count() == 1; }));
    CHECK(enrol.hubAddress() == hub);
}

TEST_CASE("A picture without a QR code says so and leaves the page as it was", "[enrol]")
{
    support::qtApplication();
    Door door;
    EnrolModel enrol(door.enrol(), door.signIn(), hub);
    enrol.enrolFromPicture(QUrl::fromLocalFile(QStringLiteral("/nowhere.png")));
    CHECK(enrol.busy());
    REQUIRE(eventually([&] { return !enrol.busy(); }));
    CHECK_FALSE(enrol.error().isEmpty());
    CHECK(door.asked == 0);
}
