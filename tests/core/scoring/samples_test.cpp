#include "core/checklists/samples.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/domain/codec.h"

using namespace domain;

TEST_CASE("Each sample sheet sums to 100 points and says that it is a sample")
{
    const std::vector<Checklist> sheets = checklists::samples();
    REQUIRE(sheets.size() == 3);
    for (const Checklist& sheet : sheets) {
        CAPTURE(sheet.kind);
        CHECK(maximumOf(sheet) == Points::whole(100));
        CHECK(sheet.sample);
        CHECK(sheet.title.find("示例") != std::string::npos);
    }
}

TEST_CASE("The sample sheets have all items of the office's tables, each with a basis and rules")
{
    const int wanted[] = {21, 18, 18};
    const std::vector<Checklist> sheets = checklists::samples();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        std::set<std::string> codes;
        int scored = 0;
        for (const Section& section : sheets[i].sections)
            for (const Item& item : section.items) {
                CAPTURE(item.code);
                CHECK(codes.insert(item.code).second);
                CHECK_FALSE(item.rules.empty());
                CHECK_FALSE(item.basis.empty());
                scored += item.max > Points{} ? 1 : 0;
            }
        CHECK(scored == wanted[i]);
    }
}

TEST_CASE("Sections of the sample sheets add up as the tables print them")
{
    const std::vector<std::vector<int>> wanted = {
        {20, 10, 18, 12, 10, 14, 6, 10, 0}, {8, 24, 38, 16, 14, 0}, {10, 24, 14, 24, 14, 8, 6, 0}};
    const std::vector<Checklist> sheets = checklists::samples();
    for (std::size_t i = 0; i < sheets.size(); ++i)
        for (std::size_t s = 0; s < sheets[i].sections.size(); ++s) {
            Points sum;
            for (const Item& item : sheets[i].sections[s].items) sum += item.max;
            CHECK(sum == Points::whole(wanted[i].at(s)));
        }
}
