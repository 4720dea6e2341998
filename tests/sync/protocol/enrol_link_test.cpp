#include "sync/protocol/enrol_link.h"

#include <catch2/catch.hpp>

using protocol::enrolLinkFrom;

TEST_CASE("An enrolment link reads back as it was made, space around it and all")
{
    const protocol::EnrolLink link{"https://巡村.example:8470/x?y=1&z=%2", "7KQM-2D8X-RWT4"};
    const std::string text = protocol::enrolLink(link);
    CHECK(text.find_first_of(" \n") == std::string::npos);
    const auto read = enrolLinkFrom("  " + text + "\r\n");
    REQUIRE(read);
    CHECK(read->hubUrl == link.hubUrl);
    CHECK(read->code == link.code);
    CHECK(protocol::isEnrolLink(" " + text));
    CHECK_FALSE(protocol::isEnrolLink("7KQM-2D8X-RWT4"));
}

TEST_CASE("What is no enrolment link is refused")
{
    for (const char* text :
         {"", "xuncun://enrol", "xuncun://enrol?", "xuncun://enrol?hub=https%3A%2F%2Fh",
          "xuncun://enrol?code=A", "xuncun://enrol?hub=ftp%3A%2F%2Fh&code=A",
          "xuncun://enrol?hub=https%3A%2F%2Fh&code=A&code=B",
          "xuncun://enrol?hub=https%3A%2F%2Fh&code=%0A",
          "xuncun://enrol?hub=https%3A%2F%2Fh&code=%", "xuncun://enrol?hub=https%3A%2F%2Fh&code=%4",
          "https://h/?code=A"}) {
        INFO(text);
        const auto read = enrolLinkFrom(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "enrol.link");
    }
    CHECK_FALSE(enrolLinkFrom("xuncun://enrol?hub=https%3A%2F%2Fh&code=" + std::string(2000, 'A')));
}
