#pragma once

#include <string>

#include "sync/hub/store/connection.h"

namespace hub {

/// After a decision: where the register has no position of this village, sets it to the median of
/// its approved inspections, marked as learnt. A position of the register is never touched, and one
/// that was learnt only when it moves by more than 30 m, because every tablet reads the regions
/// again then. Part of the caller's transaction.
void learnPosition(Connection& connection, const std::string& village);

}  // namespace hub
