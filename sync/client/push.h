#pragma once

#include "sync/client/round.h"

namespace client {

/// Sends the outbox, batch by batch in order of deviceSeq, until it is empty.
///
/// A record leaves the outbox only with the hub's durable answer to it; the answers to a batch are
/// applied in one transaction. What the hub put aside (conflict, quarantined) is settled too, with
/// the hub's words, and holds up nothing; so is a record that it cannot even read, which stays here
/// only. A gap that the hub sees is filled from the records kept here.
Reply<void> push(Round& round);

}  // namespace client
