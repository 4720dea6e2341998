#pragma once

#include <functional>

#include "sync/client/round.h"

namespace client {

/// Sends what is owed of thumbnails, then photos, then originals, the newest inspection's first.
///
/// The hub is asked first what it has, so that a file goes over the wire once whatever was lost; a
/// file that was cut goes on at the byte where the hub stands. Each is hashed here before its first
/// byte leaves: one that is damaged or gone is marked and holds up no other. A file counts as
/// received only with the hub's answer to its last byte, which the hub gives after hash, fsync,
/// rename and row. A few go side by side where they fit into one piece. `between` is run
/// before each turn of them, so that records never wait long; its failure ends the stage.
Reply<void> sendMedia(Round& round, const std::function<Reply<void>()>& between);

}  // namespace client
