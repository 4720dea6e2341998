#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "tests/sync/simulation.h"

/// sync_sim [--seeds N] [--first S]: runs the simulation over a range of seeds; prints each that
/// fails.
int main(int argc, char** argv)
{
    std::uint64_t seeds = 300;
    std::uint64_t first = 1;
    for (int i = 1; i + 1 < argc; i += 2) {
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
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::cout << seeds << " seeds from " << first << ", " << failed << " failed, " << took.count()
              << " s\n";
    return failed == 0 ? 0 : 1;
}
