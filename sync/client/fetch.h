#pragma once

#include "sync/client/round.h"

namespace client {

/// Fetches what somebody waits for on the screen. A photo that the hub does not have or does not
/// give is passed over.
Reply<void> fetchWishes(Round& round);

/// Fetches ahead, as far as the cache limit allows: thumbnails of the review queue, then last
/// time's thumbnails and photos of the villages assigned to this tablet's inspector. What was
/// fetched and not looked at for longest goes first when room is short.
Reply<void> fetchAhead(Round& round);

}  // namespace client
