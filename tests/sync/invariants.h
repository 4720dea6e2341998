#pragma once

#include <map>
#include <set>

#include "tests/support/synced_tablet.h"
#include "tests/sync/simulation.h"

namespace simulation {

/// What a tablet said was saved.
struct Promises {
    std::map<domain::InspectionId, int> inspections;  ///< submitted, the newest revision
    std::set<domain::Sha256> photos;
};

/// What must hold of a tablet that has synced without a problem over a good network.
void checkTablet(support::SyncedTablet& tablet, support::TestHub& hub, Violations& violations);
/// Whatever happened since, it is still on the tablet or, a photo, on the hub.
void checkPromises(const Promises& promises, support::SyncedTablet& tablet, support::TestHub& hub,
                   Violations& violations);
domain::DeviceId deviceOf(support::SyncedTablet& tablet);
/// True when the hub does not let this tablet read any more.
bool isRevoked(support::SyncedTablet& tablet, support::TestHub& hub);
/// The highest number of the hub's log that the tablet knows.
std::int64_t highestSeqOn(support::SyncedTablet& tablet);
/// What must hold of the hub alone.
void checkHub(support::TestHub& hub, Violations& violations);

}  // namespace simulation
