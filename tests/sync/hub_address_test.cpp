#include "sync/client/hub_address.h"

#include <catch2/catch.hpp>

using client::hubAddressFrom;

namespace {
const std::string pin = "sha256//n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";
}

TEST_CASE("A hub's address is read with the pin that the office adds to it")
{
    const auto plain = hubAddressFrom("https://hub.example:8443/");
    REQUIRE(plain);
    CHECK(plain->url == "https://hub.example:8443");
    CHECK(plain->pin.empty());

    const auto link = hubAddressFrom("https://hub.example:8443/#x=1&pin=" + pin);
    REQUIRE(link);
    CHECK(link->url == "https://hub.example:8443");
    CHECK(link->pin == pin);

    const auto encoded = hubAddressFrom(
        "https://hub?pin=sha256%2F%2Fn4bQgYhMfWWaL%2BqgxVrQFaO%2fTxsrC4Is0V1sFbDwCgg%3D&x=1");
    REQUIRE(encoded);
    CHECK(encoded->pin == pin);
    CHECK(hubAddressFrom("http://192.168.1.2:8470"));
}

TEST_CASE("An address that would not lead to the hub for certain is refused")
{
    for (const std::string& text :
         {std::string("hub.example"), std::string("ftp://hub"), std::string("https://"),
          std::string("https://a b"), std::string(), "http://hub#pin=" + pin,
          std::string("https://hub#pin=sha256//short"), std::string("https://hub#pin=md5//abc")}) {
        INFO(text);
        const auto refused = hubAddressFrom(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "hub.address");
    }
}
