#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/e2e/demo_hub.h"

namespace e2e {

/// Record id -> what it says.
using Log = std::map<std::string, std::string>;

/// What is in the hub's log; each record once, or the test fails.
Log hubLog(const DemoHub& hub);
/// What a tablet knows to be there; the test fails when anything is unsettled or refused.
Log tabletLog(const std::string& folder);
/// The files that a tablet made, all of which have the hub's receipt, or the test fails.
std::set<std::string> filesOwed(const std::string& folder);
/// The hub's folder holds these files with the right bytes, and its own check finds nothing.
void checkFiles(const DemoHub& hub, const std::set<std::string>& hashes,
                const std::string& logPath);
/// Real photos where the shared data is here; else nothing, and it is said.
std::string photoFolder();

}  // namespace e2e
