#include "sync/hub/target.h"

#include <catch2/catch.hpp>

using hub::parseTarget;

TEST_CASE("A target is split into path and query, both decoded")
{
    const auto target = parseTarget("/v1/%E5%B7%A1?after=3&scope=a%20b+c&empty&last=1&last=2");
    REQUIRE(target);
    CHECK(target->path == "/v1/巡");
    CHECK(target->query == std::map<std::string, std::string>{
                               {"after", "3"}, {"empty", ""}, {"last", "2"}, {"scope", "a b c"}});
}

TEST_CASE("A target that could mean another place than it seems is refused")
{
    CHECK_FALSE(parseTarget(""));
    CHECK_FALSE(parseTarget("v1/feed"));
    CHECK_FALSE(parseTarget("http://elsewhere/v1"));
    CHECK_FALSE(parseTarget("/v1/../secret"));
    CHECK_FALSE(parseTarget("/v1/%2e%2e/secret"));
    CHECK_FALSE(parseTarget("/v1/a%2Fb"));
    CHECK_FALSE(parseTarget("/v1/a%2fb"));
    CHECK_FALSE(parseTarget("/v1/%00"));
    CHECK_FALSE(parseTarget("/v1/%0d%0aSet-Cookie: a"));
    CHECK_FALSE(parseTarget("/v1/%4"));
    CHECK_FALSE(parseTarget("/v1/%zz"));
    CHECK_FALSE(parseTarget("/v1?a=%00"));
    CHECK_FALSE(parseTarget("/" + std::string(3000, 'a')));
    CHECK(parseTarget("/v1/..a"));
}
