#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace simulation {

/// What went wrong in one run; empty when every promise was held.
using Violations = std::vector<std::string>;

/// A hub, three inspectors' tablets (two of one person) and a supervisor's in one process through
/// some weeks of bad luck, all of it from the seed: requests and answers lost, doubled, overtaken
/// by later ones, cut at any byte, changed, answered by somebody else; either side killed, or its
/// power cut, between any two requests or at any write, where a random part of what was not synced
/// is gone; disks that are full; clocks that jump; a tablet revoked; a tablet or the hub newer than
/// the other; the hub put back from its backup. Then all of it stops, and what must hold is
/// checked: nothing lost that was called saved or acknowledged, nothing twice, all sides the same,
/// nobody with a record that is not for them, every photo whole.
Violations run(std::uint64_t seed);

}  // namespace simulation
