#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

// 双随机: which villages are inspected and which team goes where, so that anybody can draw again.
// docs/draw.md has the algorithm in ten lines of Python.
namespace report {

struct DrawInput {
    std::string seed;  ///< at least 32 characters; secret until the draw, its hash published before
    std::vector<domain::RegionCode> villages;  ///< the published list
    int wanted = 0;                            ///< how many villages; with perTown, of each town
    bool perTown = false;
    std::vector<std::string> teams;
    std::map<domain::RegionCode, std::string> lastTeams;  ///< who was there last time
};

/// As the lines of docs/draw.md read it.
std::string canonicalJson(const DrawInput& input);
/// What canonicalJson wrote; "draw.unreadable" for anything else.
base::Result<DrawInput> drawInputFromJson(const std::string& text);

struct Drawn {
    domain::RegionCode village;
    std::string team;

    bool operator==(const Drawn&) const = default;
};

/// What is published before the draw: of the seed, and of all else that the draw is made of (the
/// input with an empty seed).
std::string commitmentOf(const std::string& seed);
std::string commitmentOf(DrawInput input);

/// Draws. Teams get equally many villages, give or take one where lastTeams forbids; none goes
/// where it was last time. Fails with "draw.*": seed too short, a village or team doubled, no team
/// that may go to a village.
base::Result<std::vector<Drawn>> draw(const DrawInput& input);

}  // namespace report
