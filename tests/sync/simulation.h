#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace simulation {

/// What went wrong in one run; empty when every promise was held.
using Violations = std::vector<std::string>;

/// A hub, two inspectors and a supervisor in one process through some weeks of bad luck, all of it
/// from the seed: requests and answers lost, doubled, late, cut at any byte, answered by somebody
/// else; either side killed between any two requests or in the middle of one; clocks that jump; the
/// hub put back from an older backup. Then the network heals, and what must hold is checked:
/// nothing lost, nothing twice, all sides the same, every photo whole.
Violations run(std::uint64_t seed);

}  // namespace simulation
