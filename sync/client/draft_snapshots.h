#pragma once

#include "sync/client/round.h"

namespace client {

/// Saves every draft that changed since its last snapshot to the hub, private to its inspector, so
/// that a lost tablet costs no more than what was done since the last signal, and throws away there
/// what was thrown away here. A draft that the hub refuses holds up no other.
Reply<void> saveDrafts(Round& round);

/// On a tablet that no round has been completed on, takes the inspector's drafts from the hub: the
/// work of the tablet before. Photos that had not been sent went with that tablet. A draft of
/// something that is in work here, was submitted, or whose sheet is not here is passed over.
Reply<void> bringDraftsBack(Round& round);

}  // namespace client
