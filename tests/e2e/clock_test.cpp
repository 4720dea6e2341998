#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "core/sqlite/database.h"
#include "tests/e2e/child.h"
#include "tests/e2e/day_check.h"
#include "tests/e2e/demo_hub.h"
#include "tests/e2e/tablet_day.h"
#include "tests/support/file_text.h"
#include "tests/support/temporary_folder.h"

using namespace e2e;

namespace {
/// While it is there, processes that begin see the time that the file says.
class FakedTime {
public:
    explicit FakedTime(const std::string& file)
        : m_file(file), m_there(std::filesystem::exists(library))
    {
        if (!m_there) {
            std::cout << "SKIPPED: no " << library << "\n";
            return;
        }
        say("+0");
        ::setenv("FAKETIME_TIMESTAMP_FILE", m_file.c_str(), 1);
        ::setenv("FAKETIME_NO_CACHE", "1", 1);
        ::setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1", 1);
        ::setenv("LD_PRELOAD", library, 1);
    }
    ~FakedTime()
    {
        for (const char* name : {"FAKETIME_TIMESTAMP_FILE", "FAKETIME_NO_CACHE",
                                 "FAKETIME_DONT_FAKE_MONOTONIC", "LD_PRELOAD"})
            ::unsetenv(name);
    }
    FakedTime(const FakedTime&) = delete;
    FakedTime& operator=(const FakedTime&) = delete;
    bool there() const { return m_there; }
    void say(const std::string& offset) const { std::ofstream(m_file) << offset << "\n"; }

private:
    static constexpr const char* library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    std::string m_file;
    bool m_there;
};

/// How far the hub's clock was ahead of ours when each record came, in days.
std::vector<int> daysAhead(const DemoHub& hub)
{
    auto db = sqlite::open(hub.data() + "/hub.db", sqlite::Mode::readOnly);
    SQLite::Statement query(db, R"(
        SELECT (received_ms - unixepoch() * 1000) / 86400000 FROM ev
        WHERE kind = 'inspection' ORDER BY seq)");
    std::vector<int> days;
    while (query.executeStep()) days.push_back(query.getColumn(0).getInt());
    return days;
}
}  // namespace

TEST_CASE("A hub whose clock jumps by years while it serves takes everything once and in order")
{
    const support::TemporaryFolder folder;
    const FakedTime time(folder / "now");
    if (!time.there()) return;
    DemoHub hub(folder.path());
    TabletDay tablet(folder / "a", hub.url(), hub.codeOf("inspector"));
    tablet.syncUntilDone();
    for (const char* offset : {"+0", "+3650d", "-400d"}) {
        time.say(offset);
        tablet.checkWithPhoto(50'000);
        tablet.syncUntilDone();
        CHECK(tablet.everythingReceived());
    }
    const std::vector<int> days = daysAhead(hub);
    REQUIRE(days.size() == 3);
    CHECK(days[0] == 0);
    CHECK(days[1] > 3600);
    CHECK(days[2] < -300);
    CHECK(hub.storedFiles() == 6);
}

namespace {
/// What the hub's log says of the inspections, in its order.
std::vector<std::string> inspectionsOf(const DemoHub& hub, const std::string& column)
{
    auto db = sqlite::open(hub.data() + "/hub.db", sqlite::Mode::readOnly);
    SQLite::Statement query(db,
                            "SELECT " + column + " FROM ev WHERE kind = 'inspection' ORDER BY seq");
    std::vector<std::string> values;
    while (query.executeStep()) values.push_back(query.getColumn(0).getString());
    return values;
}
}  // namespace

TEST_CASE("A tablet whose clock jumps by years at work keeps the order of what it did")
{
    constexpr int checks = 12;
    const support::TemporaryFolder folder;
    DemoHub hub(folder.path());  // its clock is right
    const FakedTime time(folder / "now");
    if (!time.there()) return;
    const std::vector<std::string> inspecting{
        XUNCUN_E2E_TABLET,      "inspect", folder / "a", hub.url(), hub.codeOf("inspector"),
        std::to_string(checks), "1"};
    Child tablet(inspecting, folder / "tablet.log");
    const auto waitFor = [&](int files) {
        for (int tries = 0; tries < 1500 && hub.storedFiles() < files && !tablet.ended(); ++tries)
            sleepMs(20);
    };
    waitFor(4);
    time.say("+3650d");
    waitFor(12);
    time.say("-400d");
    INFO(support::fileText(folder / "tablet.log"));
    REQUIRE(tablet.wait(200) == 0);
    REQUIRE(run(inspecting, folder / "tablet.log") == 0);

    CHECK(tabletLog(folder / "a") == hubLog(hub));
    const auto numbers = inspectionsOf(hub, "device_seq");
    REQUIRE(numbers.size() == std::size_t{checks});
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(numbers[i] == std::to_string(i + 1));
    const auto ids = inspectionsOf(hub, "record");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(hub.storedFiles() == 2 * checks);
}
