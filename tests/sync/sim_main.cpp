#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include "tests/sync/simulation.h"

/// sync_sim [--until-found] [--seeds N] [--first S]: runs the simulation over a range of seeds and
/// prints each that fails. With --until-found it is the simulation that is tried: it must find the
/// fault that this program was built with.
int main(int argc, char** argv)
{
    std::uint64_t seeds = 300;
    std::uint64_t first = 1;
    const bool untilFound = argc > 1 && std::string_view(argv[1]) == "--until-found";
    for (int i = untilFound ? 2 : 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        (name == "--seeds" ? seeds : first) = std::stoull(argv[i + 1]);
        if (name != "--seeds" && name != "--first") return 2;
    }
    spdlog::set_level(spdlog::level::off);  // refusals are part of the plan
    // Thousands of small databases: what they promise of the disk is proved elsewhere.
    if (std::filesystem::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 0);
    int failed = 0;
    const auto began = std::chrono::steady_clock::now();
    for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
        const simulation::Violations violations = simulation::run(seed);
        if (violations.empty()) continue;
        failed += 1;
        std::cout << "seed " << seed << ":\n";
        for (std::size_t i = 0; i < violations.size() && i < 5; ++i)
            std::cout << "  " << violations[i] << "\n";
        if (untilFound) return 0;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::cout << seeds << " seeds from " << first << ", " << failed << " failed, " << took.count()
              << " s\n";
    return failed == 0 && !untilFound ? 0 : 1;
}
