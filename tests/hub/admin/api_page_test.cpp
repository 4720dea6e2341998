#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "sync/hub/assemble.h"
#include "tests/hub/records/county.h"
#include "tests/paths.h"

namespace {
using Operation = std::pair<std::string, std::string>;  // method, pattern

/// The operations of docs/openapi.yaml: paths stand two spaces in, methods four.
std::set<Operation> described()
{
    std::ifstream page(XUNCUN_SOURCE_DIR "/docs/openapi.yaml");
    REQUIRE(page);
    const std::set<std::string> methods{"get", "put", "post", "delete", "patch", "head", "options"};
    std::set<Operation> operations;
    std::string path;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
        if (!line.starts_with("    ") || line.size() < 6 || line[4] == ' ') continue;
        std::string method = line.substr(4, line.size() - 5);
        if (!methods.contains(method)) continue;
        std::transform(method.begin(), method.end(), method.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        operations.emplace(method, path);
    }
    return operations;
}
}  // namespace

TEST_CASE("The API page describes what the hub answers, no more and no less")
{
    hubtest::County county;
    county.close();
    hub::Metrics metrics;
    const auto hub = hub::assemble(county.folder.path, county.clock, county.random, &metrics);
    REQUIRE(hub);
    std::set<Operation> answered;
    for (const hub::Route& route : (*hub)->routes()) answered.emplace(route.method, route.pattern);
    CHECK(described() == answered);
}
