#pragma once

#include "sync/client/round.h"

namespace client {

/// Saves every draft that changed since its last snapshot to the hub, private to its inspector, so
/// that a lost tablet costs no more than what was done since the last signal. A draft that the hub
/// refuses holds up no other.
Reply<void> saveDrafts(Round& round);

}  // namespace client
