#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/core/report/packages.h"
#include "tests/paths.h"

TEST_CASE("A second calculation in plain Python agrees on a thousand random campaigns")
{
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("xuncun-packages-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    int written = 0;
    setenv("RC_PARAMS", "max_success=1000", 0);  // read once, at the first check of a process
    REQUIRE(rc::check("write packages", [&] {
        const bool combined = *rc::gen::inRange(0, 8) == 0;
        const auto text =
            report::writePackage(combined ? packages::anyCombined() : packages::anyPackage());
        RC_ASSERT(text.has_value());
        RC_ASSERT(report::verifyPackage(*text).has_value());
        std::ofstream(folder / (std::to_string(written++) + ".txt"), std::ios::binary) << *text;
    }));
    CHECK(written >= 1000);
    const std::string command =
        "python3 " XUNCUN_SOURCE_DIR "/tests/core/report/recompute.py '" + folder.string() + "'";
    CHECK(std::system(command.c_str()) == 0);
    std::filesystem::remove_all(folder);
}
