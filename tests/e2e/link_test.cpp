#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "core/actions/answers.h"
#include "core/actions/draft.h"
#include "core/actions/photos.h"
#include "core/actions/submit.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "tests/e2e/child.h"
#include "tests/e2e/cut_proxy.h"
#include "tests/e2e/day_check.h"
#include "tests/e2e/demo_hub.h"
#include "tests/e2e/tablet_day.h"
#include "tests/paths.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/temporary_folder.h"

using namespace e2e;

namespace {
std::string urlOf(int port)
{
    return "http://127.0.0.1:" + std::to_string(port);
}

/// What the network is asked to carry, whatever happens: the files of one inspection and some for
/// questions.
constexpr std::int64_t photoBytes = 900'000;
constexpr std::int64_t thumbBytes = 12'000;
constexpr std::int64_t talkBytes = 24'000;
}  // namespace

TEST_CASE("A photo that was cut in the middle goes on at the byte where it stopped")
{
    const support::TemporaryFolder folder;
    DemoHub hub(folder.path());
    TabletDay tablet(folder / "a", hub.url(), hub.codeOf("inspector"));
    tablet.syncUntilDone();
    const domain::PhotoEntry photo = tablet.checkWithPhoto(photoBytes);

    CutProxy link(hub.port(), 500'000);
    tablet.useHub(urlOf(link.port()));
    const auto cut = tablet.sync();
    REQUIRE(cut.problem);
    CHECK(cut.problem->code == "net.cut");
    CHECK(link.cuts() == 1);
    CHECK(link.upBytes() == 500'000);

    tablet.syncUntilDone();
    INFO("bytes up: " << link.upBytes());
    CHECK(link.upBytes() > photoBytes + thumbBytes);
    CHECK(link.upBytes() < photoBytes + thumbBytes + talkBytes);
    CHECK(std::filesystem::file_size(hub.data() + "/media/whole/" + photo.sha256.value) ==
          photoBytes);
}

TEST_CASE("Through a link that is slow and breaks all the time, everything arrives once")
{
    const std::string proxy = std::string(XUNCUN_SHARED_TOOLS) + "/chaos_proxy.py";
    if (!std::filesystem::exists(proxy)) {
        std::cout << "SKIPPED: no " << proxy << "\n";
        return;
    }
    const support::TemporaryFolder folder;
    DemoHub hub(folder.path());
    TabletDay tablet(folder / "a", hub.url(), hub.codeOf("inspector"));
    tablet.syncUntilDone();
    for (int i = 0; i < 3; ++i) tablet.checkWithPhoto(200'000);

    const int port = CutProxy(hub.port(), 0).port();  // one that was free a moment ago
    // 300 KB/s, every connection reset every second, 10 ms late; run in the folder, where it leaves
    // its notes.
    std::filesystem::current_path(folder.path());
    Child chaos({"/usr/bin/python3", proxy, std::to_string(port),
                 "127.0.0.1:" + std::to_string(hub.port()), "300000", "1", "10"},
                folder / "chaos.log");
    tablet.useHub(urlOf(port));
    tablet.syncUntilDone();
    CHECK(hub.storedFiles() == 6);
    CHECK(tablet.everythingReceived());

    chaos.kill();
    Child portal(
        {"/usr/bin/python3", proxy, std::to_string(port), "127.0.0.1:1", "0", "0", "0", "portal"},
        folder / "portal.log");
    sleepMs(1000);
    tablet.checkWithPhoto(1000);
    const auto login = tablet.sync();
    REQUIRE(login.problem);
    CHECK(login.problem->code == "sync.no_hub");
    CHECK(login.left.recordsLeft == 1);
    CHECK_FALSE(tablet.everythingReceived());
}

TEST_CASE(
    "Over a network that loses, doubles, cuts or changes what it carries, nothing counts twice or "
    "too early")
{
    const std::string proxy = std::string(XUNCUN_SHARED_TOOLS) + "/chaos_proxy.py";
    if (!std::filesystem::exists(proxy)) {
        std::cout << "SKIPPED: no " << proxy << "\n";
        return;
    }
    const std::string mode = GENERATE("dropack", "dupresp", "truncate", "flip");
    CAPTURE(mode);
    const support::TemporaryFolder folder;
    DemoHub hub(folder.path());
    TabletDay tablet(folder / "a", hub.url(), hub.codeOf("inspector"));
    tablet.syncUntilDone();
    tablet.checkWithPhoto(100'000);
    const int port = CutProxy(hub.port(), 0).port();
    std::filesystem::current_path(folder.path());
    {
        const Child chaos({"/usr/bin/python3", proxy, std::to_string(port),
                           "127.0.0.1:" + std::to_string(hub.port()), "0", "0", "0", mode},
                          folder / "chaos.log");
        tablet.useHub(urlOf(port));
        for (auto first = tablet.sync(); first.problem && first.problem->code == "net.unreachable";)
            first = tablet.sync();  // the proxy is not up yet
        for (int round = 0; round < 8; ++round) tablet.sync();
        if (tablet.everythingReceived()) CHECK(hub.storedFiles() == 2);
    }
    tablet.useHub(hub.url());
    tablet.syncUntilDone();
    CHECK(tablet.everythingReceived());
    tablet.syncUntilDone();  // reads what the hub says of the photo
    CHECK(hub.storedFiles() == 2);
    CHECK(tabletLog(folder / "a") == hubLog(hub));  // each record once
    CHECK(hubLog(hub).size() == 2);
    checkFiles(hub, filesOwed(folder / "a"), folder / "check.log");
}
