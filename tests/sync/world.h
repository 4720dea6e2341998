#pragma once

#include <functional>
#include <memory>
#include <random>
#include <set>
#include <vector>

#include "tests/support/synced_tablet.h"
#include "tests/sync/invariants.h"
#include "tests/sync/simulated_disk.h"
#include "tests/sync/simulation.h"

namespace simulation {

/// One tablet, its disk, and what it said was saved.
struct Side {
    std::unique_ptr<support::SyncedTablet> tablet;
    std::unique_ptr<SimulatedDisk> disk;
    Promises promises = {};
    bool ahead = false;  ///< its program is newer than the hub's
};

/// The hub, its tablets and their luck; see simulation.h.
class World {
public:
    explicit World(std::uint64_t seed);
    Violations live();

private:
    int between(int low, int high);
    bool chance(int percent) { return between(1, 100) <= percent; }
    Side& anyInspector() { return m_sides[static_cast<std::size_t>(between(0, 2))]; }
    Side& anybody() { return m_sides[static_cast<std::size_t>(between(0, 3))]; }

    // What goes wrong by itself.
    support::Fault fault(std::size_t bodyBytes);
    bool hubDied();
    void crashHub();
    void crash(Side& side, SimulatedDisk::After after);
    /// The deed, in the middle of which the tablet may be killed or lose its power.
    void risk(Side& side, const std::function<void(support::SyncedTablet&)>& deed);

    // What people do.
    void step();
    void inspect(Side& side);
    void goOn(Side& side, support::SyncedTablet& tablet);
    void photograph(Side& side, support::SyncedTablet& tablet, const domain::InspectionId& draft);
    void submit(Side& side, support::SyncedTablet& tablet, const domain::InspectionId& draft);
    void correct(Side& side);
    void review();
    void sync(Side& side);
    void makeRoom(Side& side);

    // What happens to them.
    void misfortune();
    void jumpClock();
    void fillDisk();
    void revoke();
    void upgrade();
    void recordFromTheFuture();
    void backUp();
    void restore();
    void heal();

    std::mt19937_64 m_engine;
    support::TestHub m_hub;
    std::unique_ptr<SimulatedDisk> m_hubDisk;
    int m_trouble;            ///< of a hundred requests
    bool m_backedUp = false;  ///< the county keeps backups, and tablets wait for them
    bool m_healed = false;
    std::vector<Side> m_sides;  ///< three inspectors' tablets, the supervisor's last
    support::TemporaryFolder m_backup;
    int m_memos = 0;
    std::int64_t m_revokedAt = -1;  ///< the log's end then; -1: was not, or the hub was restored
    Violations m_violations;
};

}  // namespace simulation
