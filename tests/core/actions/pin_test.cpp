#include "core/actions/pin.h"

#include <catch2/catch.hpp>

#include "core/store/identity.h"
#include "tests/support/tablet.h"

using support::Tablet;

TEST_CASE("A PIN of four to twelve digits lets in, and nothing else does")
{
    Tablet tablet;
    auto& context = tablet.context();
    CHECK(actions::hasPin(context) == false);
    CHECK(actions::enterPin(context, "")->right);
    for (const char* bad : {"12", "12345a", "1234567890123"})
        CHECK(actions::setPin(context, bad).error().code == "pin.malformed");
    REQUIRE(actions::setPin(context, "135790"));
    CHECK(actions::hasPin(context) == true);
    CHECK(store::Identity(tablet.db()).pinHash()->starts_with("$argon2id$"));
    tablet.reopen();
    CHECK(actions::enterPin(tablet.context(), "135790")->right);
    CHECK_FALSE(actions::enterPin(tablet.context(), "135791")->right);
    CHECK_FALSE(actions::enterPin(tablet.context(), "")->right);
    REQUIRE(actions::setPin(tablet.context(), ""));
    CHECK(actions::hasPin(tablet.context()) == false);
}

TEST_CASE("After five wrong PINs one waits, longer each time, also after a restart")
{
    Tablet tablet;
    REQUIRE(actions::setPin(tablet.context(), "1357"));
    for (int i = 0; i < 4; ++i) CHECK(actions::enterPin(tablet.context(), "0000")->waitMs == 0);
    CHECK(actions::enterPin(tablet.context(), "0000")->waitMs == 30'000);
    tablet.reopen();
    CHECK_FALSE(actions::enterPin(tablet.context(), "1357")->right);
    tablet.clock().advance(30'000);
    CHECK(actions::enterPin(tablet.context(), "0000")->waitMs == 60'000);
    tablet.clock().advance(-40LL * 24 * 3600 * 1000);
    CHECK(actions::enterPin(tablet.context(), "1357")->waitMs == 900'000);
    tablet.clock().advance(41LL * 24 * 3600 * 1000);
    CHECK(actions::enterPin(tablet.context(), "1357")->right);
    CHECK(actions::enterPin(tablet.context(), "0000")->waitMs == 0);
}
