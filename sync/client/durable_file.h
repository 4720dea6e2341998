#pragma once

#include <string>

#include "core/base/result.h"

namespace client {

/// Makes a folder that is missing, so that its name survives a power cut with whatever the camera
/// puts into it: others take a folder that is there for one that lasts. A failure shows when a file
/// is written.
void makeFolder(const std::string& folder);

/// Gives a finished file its name so that both survive a power cut: fsync, rename, fsync of the
/// folder. Fails with "store.io"; the file may then be under either name.
base::Result<void> keepFile(const std::string& from, const std::string& to);

}  // namespace client
