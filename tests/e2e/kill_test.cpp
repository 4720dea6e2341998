#include <catch2/catch.hpp>
#include <cstdlib>
#include <memory>
#include <random>

#include "tests/e2e/child.h"
#include "tests/e2e/day_check.h"
#include "tests/support/file_text.h"
#include "tests/support/temporary_folder.h"

using namespace e2e;

namespace {
constexpr int checks = 12;
constexpr int photosEach = 3;

int roundsWanted()
{
    const char* asked = std::getenv("XUNCUN_KILL_ROUNDS");
    return asked == nullptr ? 5 : std::atoi(asked);
}

/// A hub and a tablet at work in a folder; begun anew when the work is done before the rounds are.
struct Day {
    support::TemporaryFolder folder;
    DemoHub hub{folder.path()};
    std::string log = folder / "tablets.log";
    std::vector<std::string> inspecting{XUNCUN_E2E_TABLET,
                                        "inspect",
                                        folder / "a",
                                        hub.url(),
                                        hub.codeOf("inspector"),
                                        std::to_string(checks),
                                        std::to_string(photosEach),
                                        photoFolder()};
    std::unique_ptr<Child> tablet = std::make_unique<Child>(inspecting, log);

    void finish()
    {
        INFO(support::fileText(log));
        REQUIRE(tablet->wait(200) == 0);
        REQUIRE(run(inspecting, log) == 0);
        const Log onHub = hubLog(hub);
        CHECK(onHub.size() == std::size_t{checks * (1 + photosEach)});  // inspections, receipts
        CHECK(tabletLog(folder / "a") == onHub);
        checkFiles(hub, filesOwed(folder / "a"), log);
    }
};
}  // namespace

TEST_CASE("Killed at any moment, hub and tablet lose nothing and have nothing twice")
{
    const int rounds = roundsWanted();
    const auto seed = std::random_device{}();
    std::mt19937 engine(seed);
    CAPTURE(seed);
    auto day = std::make_unique<Day>();
    for (int round = 0; round < rounds; ++round) {
        sleepMs(static_cast<int>(engine() % 700));
        if (day->tablet->ended()) {
            day->finish();
            day = std::make_unique<Day>();
            sleepMs(static_cast<int>(engine() % 700));
        }
        const auto whom = engine() % 3;  // the hub, the tablet, both
        if (whom != 1) day->hub.kill();
        if (whom != 0) day->tablet->kill();
        if (whom != 1) day->hub.start();
        if (whom != 0) day->tablet = std::make_unique<Child>(day->inspecting, day->log);
    }
    day->finish();
}
