#pragma once

#include "tests/support/synced_tablet.h"
#include "tests/sync/simulation.h"

namespace simulation {

/// What must hold of a tablet that has synced without a problem over a good network.
void checkTablet(support::SyncedTablet& tablet, support::TestHub& hub, Violations& violations);
/// What must hold of the hub alone.
void checkHub(support::TestHub& hub, Violations& violations);

}  // namespace simulation
