#include <catch2/catch.hpp>

#include "tests/e2e/child.h"
#include "tests/e2e/day_check.h"
#include "tests/support/file_text.h"
#include "tests/support/temporary_folder.h"

using namespace e2e;

namespace {
constexpr int checks = 40;
constexpr int photosEach = 6;
constexpr int files = checks * photosEach * 2;  // each photo with its thumbnail

void waitForFiles(const DemoHub& hub, Child& tablet, int wanted)
{
    for (int tries = 0; tries < 3000 && hub.storedFiles() < wanted && !tablet.ended(); ++tries)
        sleepMs(20);
    REQUIRE(hub.storedFiles() >= wanted);
}

}  // namespace

TEST_CASE(
    "A day's work arrives whole, each thing once, though the hub is killed twice and a tablet once")
{
    const support::TemporaryFolder folder;
    DemoHub hub(folder.path());
    const std::string log = folder / "tablets.log";
    const std::vector<std::string> inspecting{XUNCUN_E2E_TABLET,
                                              "inspect",
                                              folder / "a",
                                              hub.url(),
                                              hub.codeOf("inspector"),
                                              std::to_string(checks),
                                              std::to_string(photosEach),
                                              photoFolder()};
    Child inspector(inspecting, log);
    Child supervisor({XUNCUN_E2E_TABLET, "review", folder / "b", hub.url(),
                      hub.codeOf("supervisor"), std::to_string(checks)},
                     log);

    waitForFiles(hub, inspector, files / 5);
    hub.kill();
    hub.start();
    waitForFiles(hub, inspector, files * 2 / 5);
    inspector.kill();
    Child again(inspecting, log);
    waitForFiles(hub, again, files * 3 / 5);
    hub.kill();
    sleepMs(300);
    hub.start();

    INFO(support::fileText(log));
    REQUIRE(again.wait(200) == 0);
    REQUIRE(supervisor.wait(60) == 0);
    REQUIRE(run(inspecting, log) == 0);  // reads the last reviews

    const Log onHub = hubLog(hub);
    CHECK(onHub.size() ==
          std::size_t{checks * (1 + 1 + photosEach)});  // inspection, review, receipts
    CHECK(tabletLog(folder / "a") == onHub);
    CHECK(tabletLog(folder / "b") == onHub);
    const std::set<std::string> hashes = filesOwed(folder / "a");
    CHECK(hashes.size() == std::size_t{files});
    CHECK(hub.storedFiles() == files);
    checkFiles(hub, hashes, log);
}
