#include "core/report/draw.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/paths.h"

using namespace report;

namespace {

DrawInput county(int villages)
{
    DrawInput input;
    input.seed = "东阳市 2026 年 11 月 双随机抽查 3f9c0d21e7";
    for (int i = 0; i < villages; ++i)
        input.villages.push_back(
            {"330783" + std::to_string(100 + i % 5) + std::to_string(200 + i)});
    input.teams = {"一组", "二组", "三组"};
    input.wanted = 20;
    for (int i = 0; i < villages; i += 2)
        input.lastTeams[input.villages[static_cast<std::size_t>(i)]] =
            input.teams[static_cast<std::size_t>(i / 2) % 3];
    return input;
}

/// What the lines on the page draw.
std::string byThePage(const DrawInput& input)
{
    std::ifstream page(XUNCUN_SOURCE_DIR "/docs/draw.md");
    std::stringstream whole;
    whole << page.rdbuf();
    const std::string text = whole.str();
    const std::size_t begin = text.find("```python\n") + 10;
    const auto folder =
        std::filesystem::temp_directory_path() / ("xuncun-draw-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "draw.py") << text.substr(begin, text.find("```", begin) - begin);
    std::ofstream(folder / "in.json") << canonicalJson(input);
    const std::string command =
        "cd '" + folder.string() + "' && python3 draw.py < in.json > out.txt";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream out(folder / "out.txt");
    std::stringstream drawn;
    drawn << out.rdbuf();
    std::filesystem::remove_all(folder);
    return drawn.str();
}

std::string asText(const std::vector<Drawn>& drawn)
{
    std::string text;
    for (const Drawn& one : drawn) text += one.village.value + " " + one.team + "\n";
    return text;
}

}  // namespace

TEST_CASE("The ten lines of Python on the page draw the same")
{
    DrawInput input = county(97);
    const auto drawn = [&] {
        return "# " + commitmentOf(input) + "\n" + asText(draw(input).value());
    };
    CHECK(drawn() == byThePage(input));
    input.perTown = true;
    input.wanted = 3;
    CHECK(drawn() == byThePage(input));
    CHECK(canonicalJson(drawInputFromJson(canonicalJson(input)).value()) == canonicalJson(input));
    CHECK(drawInputFromJson("{}").error().code == "draw.unreadable");
}

TEST_CASE(
    "As many as wanted are drawn, each once, no team where it was last time, teams evenly used")
{
    const DrawInput input = county(97);
    const std::vector<Drawn> drawn = draw(input).value();
    CHECK(drawn.size() == 20);
    std::set<domain::RegionCode> villages;
    std::map<std::string, int> load;
    for (const Drawn& one : drawn) {
        CHECK(villages.insert(one.village).second);
        ++load[one.team];
        const auto last = input.lastTeams.find(one.village);
        CHECK((last == input.lastTeams.end() || last->second != one.team));
    }
    for (const auto& [team, count] : load) CHECK((count >= 6 && count <= 8));
}

TEST_CASE("The order of the list does not matter, the seed does")
{
    DrawInput input = county(40);
    const std::string before = asText(draw(input).value());
    std::reverse(input.villages.begin(), input.villages.end());
    CHECK(asText(draw(input).value()) == before);
    input.seed += "x";
    CHECK(asText(draw(input).value()) != before);
    CHECK(commitmentOf("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("A draw that cannot be fair is refused")
{
    DrawInput input = county(10);
    input.seed = "short";
    CHECK(draw(input).error().code == "draw.seed_short");
    input = county(10);
    input.villages.push_back(input.villages.front());
    CHECK(draw(input).error().code == "draw.village_doubled");
    input = county(10);
    input.teams = {"一组"};
    CHECK(draw(input).error().code == "draw.no_team");
    input.teams.clear();
    CHECK(draw(input).error().code == "draw.teams");
}
