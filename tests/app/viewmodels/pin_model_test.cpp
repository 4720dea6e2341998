#include "app/viewmodels/pin_model.h"

#include <QKeyEvent>
#include <catch2/catch.hpp>

#include "tests/app/viewmodels/desk.h"

using support::Desk;
using support::eventually;
using viewmodels::PinModel;

TEST_CASE("Without a PIN the app opens at once; a chosen one is asked at the next start", "[pin]")
{
    Desk desk;
    PinModel first(desk.core, desk.around());
    CHECK(first.locked());
    first.start();
    REQUIRE(eventually([&] { return !first.locked(); }));
    first.enrolled();
    REQUIRE(eventually([&] { return first.stage() == PinModel::Stage::Choose; }));
    first.choose(QStringLiteral("1357"), QStringLiteral("1358"));
    CHECK_FALSE(first.error().isEmpty());
    first.choose(QStringLiteral("13"), QStringLiteral("13"));
    REQUIRE(eventually([&] { return !first.busy(); }));
    CHECK(first.stage() == PinModel::Stage::Choose);
    first.choose(QStringLiteral("1357"), QStringLiteral("1357"));
    REQUIRE(eventually([&] { return first.stage() == PinModel::Stage::Open; }));

    PinModel next(desk.core, desk.around());
    next.start();
    REQUIRE(eventually([&] { return next.stage() == PinModel::Stage::Ask; }));
    next.enter(QStringLiteral("0000"));
    REQUIRE(eventually([&] { return next.wrong(); }));
    CHECK(next.locked());
    next.later();
    CHECK(next.locked());
    next.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return !next.locked(); }));
}

TEST_CASE("Too many wrong PINs say for how long one waits, and tries meanwhile are not taken",
          "[pin]")
{
    Desk desk;
    REQUIRE(actions::setPin(desk.tablet.context(), "1357"));
    PinModel pin(desk.core, desk.around());
    pin.start();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
    for (int i = 0; i < 5; ++i) {
        pin.enter(QStringLiteral("0000"));
        REQUIRE(eventually([&] { return !pin.busy(); }));
    }
    CHECK(pin.waitS() == 30);
    pin.enter(QStringLiteral("1357"));
    CHECK_FALSE(pin.busy());
    CHECK(pin.locked());
}

TEST_CASE("A tablet that nobody touches locks itself; a touch puts that off", "[pin]")
{
    Desk desk;
    REQUIRE(actions::setPin(desk.tablet.context(), "1357"));
    PinModel pin(desk.core, desk.around(), 400);
    pin.start();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return !pin.locked(); }));
    QKeyEvent key(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier);
    for (int i = 0; i < 4; ++i) {
        QTest::qWait(150);
        pin.eventFilter(nullptr, &key);
    }
    CHECK_FALSE(pin.locked());
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
}

TEST_CASE("Another PIN is chosen after the old one; a new enrolment takes a forgotten one away",
          "[pin]")
{
    Desk desk;
    REQUIRE(actions::setPin(desk.tablet.context(), "1357"));
    PinModel pin(desk.core, desk.around());
    pin.start();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return !pin.locked(); }));
    pin.change();
    CHECK(pin.stage() == PinModel::Stage::Ask);
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Choose; }));
    pin.choose(QStringLiteral("2468"), QStringLiteral("2468"));
    REQUIRE(eventually([&] { return !pin.locked(); }));
    CHECK(actions::enterPin(desk.tablet.context(), "2468")->right);

    pin.change();
    pin.forgot();
    CHECK(pin.stage() == PinModel::Stage::Enrol);
    pin.enrolled();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Choose; }));
    CHECK(actions::hasPin(desk.tablet.context()) == false);
}

TEST_CASE("Who wants another PIN may go back, until the tablet locks itself", "[pin]")
{
    Desk desk;
    REQUIRE(actions::setPin(desk.tablet.context(), "1357"));
    PinModel pin(desk.core, desk.around(), 300);
    pin.start();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
    CHECK_FALSE(pin.changing());
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Ask);
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return !pin.locked(); }));
    pin.change();
    CHECK(pin.changing());
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Open);
    pin.change();
    REQUIRE(eventually([&] { return !pin.changing(); }));
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Ask);
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Open; }));

    pin.change();
    pin.forgot();
    QTest::qWait(500);
    pin.back();
    CHECK_FALSE(pin.changing());
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Ask);
}

TEST_CASE("Who hands the tablet over comes back without a PIN, unless it has locked itself since",
          "[pin]")
{
    Desk desk;
    REQUIRE(actions::setPin(desk.tablet.context(), "1357"));
    PinModel pin(desk.core, desk.around(), 300);
    pin.start();
    REQUIRE(eventually([&] { return pin.stage() == PinModel::Stage::Ask; }));
    pin.handOver();
    CHECK(pin.stage() == PinModel::Stage::Ask);
    pin.enter(QStringLiteral("1357"));
    REQUIRE(eventually([&] { return !pin.locked(); }));
    pin.handOver();
    CHECK(pin.stage() == PinModel::Stage::Enrol);
    CHECK(pin.locked());
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Open);
    pin.handOver();
    QTest::qWait(500);
    pin.back();
    CHECK(pin.stage() == PinModel::Stage::Ask);
}
