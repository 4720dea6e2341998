#pragma once

#include <string>

#include "sync/client/pace.h"
#include "sync/client/session.h"
#include "tests/support/loopback.h"
#include "tests/support/tablet.h"
#include "tests/support/test_hub.h"

namespace support {

/// A tablet that is enrolled with a hub and talks to it over a network that may do wrong.
class SyncedTablet {
public:
    SyncedTablet(TestHub& hub, std::uint64_t seed, const domain::User& user,
                 Loopback::ChooseFault fault = {});

    Tablet& tablet() { return m_tablet; }
    SQLite::Database& db() { return m_tablet.db(); }
    Loopback& network() { return m_network; }
    client::SessionOptions& options() { return m_options; }

    /// One session; gives what it came to.
    client::RoundResult sync();
    /// Sessions until one ends without a problem, at most `rounds`; true when one did.
    bool syncUntilDone(int rounds = 20);

    /// A check with every item in order and so many photos of so many bytes, submitted.
    domain::InspectionId inspect(const domain::RegionCode& village, int photos,
                                 std::size_t photoBytes = 20'000, const std::string& kind = "LJ");
    /// Attaches a photo with a thumbnail that the hub takes.
    domain::PhotoEntry photo(const domain::InspectionId& draft, std::size_t bytes);

private:
    Tablet m_tablet;
    Loopback m_network;
    base::RandomBytes m_random;
    client::Pace m_pace;
    client::SessionOptions m_options;
    std::uint64_t m_photos;
};

}  // namespace support
