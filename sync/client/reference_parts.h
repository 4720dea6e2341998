#pragma once

#include <map>

#include "sync/client/round.h"

namespace client {

/// Reads the parts whose ETag is another than the one kept here; each replaces the old one in one
/// transaction. A part that cannot be read or applied keeps what was there and holds up no other.
Reply<void> readReference(Round& round, const std::map<std::string, std::string>& etags);

}  // namespace client
