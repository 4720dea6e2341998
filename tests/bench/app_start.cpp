// From exec of the app to its first frame with the villages of the day in it, beside the same app
// on an empty store (the enrolment page): what is ours to answer for is the difference.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "tests/bench/province.h"
#include "tests/bench/report.h"
#include "tests/support/dies_with_us.h"
#include "tests/support/tablet.h"

namespace {

constexpr int rounds = 9;
constexpr int inspections = 400;

// An inspector's tablet with so many villages to visit and 400 inspections made.
void fill(support::Tablet& tablet, int villages)
{
    bench::fillProvince(tablet, villages);
    const char* kinds[] = {"LJ", "MV", "WS"};
    for (int i = 0; i < inspections; ++i) tablet.submitted(kinds[i % 3], bench::villageOf(i / 3));
}

// Milliseconds from exec to the line "first data".
double startMs(const std::string& dataFolder)
{
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("pipe");
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = support::forkToDieWithUs();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execl(XUNCUN_APP_PROGRAM, XUNCUN_APP_PROGRAM, "--data", dataFolder.c_str(), "--size",
              "1280x800", "--position", "none", "--language", "zh", "--quit-at-first-data",
              static_cast<char*>(nullptr));
        _exit(127);
    }
    close(ends[1]);
    std::string said;
    char buffer[256];
    double ms = -1;
    for (ssize_t count = 0; (count = read(ends[0], buffer, sizeof buffer)) > 0;) {
        said.append(buffer, static_cast<std::size_t>(count));
        if (ms < 0 && said.find("first data") != std::string::npos)
            ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                     .count();
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (ms < 0 || status != 0)
        throw std::runtime_error("the app did not show its first page: " + said);
    return ms;
}

std::string dataWith(support::Tablet& tablet, const std::string& folder, int villages)
{
    fill(tablet, villages);
    std::filesystem::create_directories(folder);
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::copy_file(tablet.databasePath(), folder + "/tablet.db");
    (void)startMs(folder);  // the copy's first start makes its keys
    return folder;
}

}  // namespace

int main(int argumentCount, char** arguments)
try {
    bench::Report report("app_start", argumentCount, arguments);
    const support::TemporaryFolder own;
    support::Tablet county, province;
    const std::string small = dataWith(county, own / "county", 390);
    const std::string large = dataWith(province, own / "province", bench::villagesOfProvince);
    const std::string empty = own / "empty";
    (void)startMs(empty);

    bench::Samples onSmall, onLarge, onEmpty;
    for (int round = 0; round < rounds; ++round) {
        onEmpty.addMs(startMs(empty));
        onSmall.addMs(startMs(small));
        onLarge.addMs(startMs(large));
    }
    report.add({"app_start_to_task_list, 390 villages, 400 inspections, median",
                onSmall.percentileMs(50), "ms",
                bench::Beside{"the same app on an empty store", onEmpty.percentileMs(50)},
                "<= 600 ms"});
    report.add({"app_start_to_task_list, 32,130 villages, 400 inspections, median",
                onLarge.percentileMs(50), "ms",
                bench::Beside{"with 390 villages", onSmall.percentileMs(50)}, "<= 1.5"});
    return report.finish();
} catch (const std::exception& broken) {
    std::cerr << broken.what() << "\n";
    return 1;
}
