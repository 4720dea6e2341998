#pragma once

#include <string>

#include "core/base/result.h"

namespace client {

/// Gives a finished file its name so that both survive a power cut: fsync, rename, fsync of the
/// folder. Fails with "store.io"; the file may then be under either name.
base::Result<void> keepFile(const std::string& from, const std::string& to);

}  // namespace client
