#include "core/domain/facility.h"

#include <catch2/catch.hpp>

TEST_CASE("A facility's code says which sheet it is inspected by, or it is by each")
{
    const std::vector<std::string> kinds = {"GC", "WS"};
    const auto by = [&](const char* own, const char* kind) {
        return domain::isInspectedBy({std::string("330799001201-") + own}, kind, kinds);
    };
    CHECK(by("GC1", "GC"));
    CHECK_FALSE(by("GC1", "WS"));
    CHECK(by("WS12", "WS"));
    CHECK_FALSE(by("WS12", "GC"));
    for (const char* unnamed : {"1", "a", "GCX1", "HD3"}) {
        CAPTURE(unnamed);
        CHECK(by(unnamed, "GC"));
        CHECK(by(unnamed, "WS"));
    }
    CHECK(domain::isInspectedBy({"330799001201-GC1"}, "WS", {"WS"}));
}
