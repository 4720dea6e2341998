#include "core/store/region_index.h"

#include <catch2/catch.hpp>
#include <random>

#include "core/store/pinyin.h"
#include "tests/support/tablet.h"

namespace {
std::vector<std::string> namesOf(const store::RegionIndex& index, const std::string& typed)
{
    std::vector<std::string> names;
    for (const auto& hit : index.search(typed, 10)) names.push_back(hit.name);
    return names;
}
}  // namespace

TEST_CASE(
    "A village is found by part of its name, its alias, pinyin in full, initials, a mix, and its "
    "code")
{
    support::Tablet tablet;
    const store::RegionIndex index(tablet.db());
    CHECK(index.size() == 7);
    for (const char* typed : {"石洞坑村", "洞坑", "石硐坑", "shidongkeng", "sdk", "shidk", "SDK",
                              " sdk ", "001201", "六石 sdk", "ls　石洞坑", "石dk"}) {
        INFO(typed);
        const auto hits = index.search(typed, 10);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits.front().code == support::county::village1);
        CHECK(hits.front().townName == "六石街道");
    }
    CHECK(namesOf(index, "sd") ==
          std::vector<std::string>{"石洞坑村", "石洞坑 1 号终端", "石洞村"});
    CHECK(namesOf(index, "石洞村") == std::vector<std::string>{"石洞村"});
    CHECK(namesOf(index, "画溪").size() == 3);
    CHECK(namesOf(index, "不在").empty());
    CHECK(namesOf(index, "").empty());
    CHECK(index.search("s", 2).size() == 2);
}

TEST_CASE("Typing on and taking letters back finds what the same word finds alone")
{
    support::Tablet tablet;
    const store::RegionIndex index(tablet.db());
    store::RegionIndex::Typing typing;
    const auto codesOf = [](const std::vector<store::RegionIndex::Hit>& hits) {
        std::vector<std::string> codes;
        for (const auto& hit : hits) codes.push_back(hit.code.value);
        return codes;
    };
    for (const char* typed :
         {"s",   "sh",  "shi", "shid", "shidongkeng", "shid", "sh",    "s",       "",
          "l",   "ls",  "ls ", "ls s", "ls sdk",      "ls s", "画",    "画溪",    "画",
          "3",   "33",  "330", "33",   "3x",          "3",    "石",    "s",       "sdk",
          "SDK", "sdk", "sd",  "c",    "ch",          "cha",  "chang", "changle", "x"}) {
        INFO(typed);
        CHECK(codesOf(index.search(typed, 10, typing)) == codesOf(index.search(typed, 10)));
        CHECK(codesOf(index.search(typed, 2, typing)) == codesOf(index.search(typed, 2)));
    }
}

TEST_CASE("A character with several readings is found by each of them")
{
    support::Tablet tablet;
    const store::RegionIndex index(tablet.db());
    CHECK(namesOf(index, "changle") == std::vector<std::string>{"长乐村"});
    CHECK(namesOf(index, "zhangle") == std::vector<std::string>{"长乐村"});
    CHECK(store::pinyin::readingsOf(U'石').starts_with("shi"));
    CHECK(store::pinyin::readingsOf(U'A').empty());
    std::string_view broken = "\xff村";
    CHECK(store::pinyin::nextCharacter(broken) == 0xfffd);
    CHECK(store::pinyin::nextCharacter(broken) == U'村');
}

TEST_CASE("What a text does not offer is not found in it either, and what is found is offered")
{
    const std::vector<std::string> characters = {"石", "洞", "长", "乐", "重", "女",  "村",
                                                 "1",  "7",  "A",  "z",  "㐂", "\xff"};
    const std::vector<std::string> keys = {"s", "h", "i", "d", "o", "n", "g",  "c",  "l",
                                           "v", "a", "z", "1", "7", "x", "石", "乐", "\xff"};
    std::mt19937 random(20261129);
    const auto drawn = [&](const std::vector<std::string>& from, std::size_t most) {
        std::string text;
        for (std::size_t i = random() % most + 1; i > 0; --i) text += from[random() % from.size()];
        return text;
    };
    int found = 0;
    int ruledOut = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = drawn(characters, 5);
        const std::string typed = drawn(keys, 4);
        bool whole = false;
        const bool finds = store::pinyin::find(text, typed, whole) >= 0;
        const bool offers = store::pinyin::offeredBy(text).offer(store::pinyin::wantedBy(typed));
        INFO(text << " " << typed);
        REQUIRE((offers || !finds));
        found += finds ? 1 : 0;
        ruledOut += offers ? 0 : 1;
    }
    CHECK(found > 200);
    CHECK(ruledOut > 10'000);
}
