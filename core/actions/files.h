#pragma once

#include <string>

#include "core/base/result.h"

// Files that survive a power cut once written. For the actions themselves.
namespace actions {

/// Writes under a temporary name beside `path`, fsyncs, renames, fsyncs the folder; makes missing
/// folders. Fails with "store.full" or "store.io" and leaves nothing behind. A file that is there
/// already stays.
base::Result<void> writeDurably(const std::string& path, std::string_view bytes);

/// The same for a copy of a file.
base::Result<void> copyDurably(const std::string& from, const std::string& path);

/// Makes sure of the names in a folder: somebody may have ended between making one and syncing it.
bool keepFolder(const std::string& folder);

/// Ending of temporary files; one that is found at the start was never finished.
inline constexpr const char* temporaryEnding = ".part";

}  // namespace actions
