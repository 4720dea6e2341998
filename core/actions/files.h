#pragma once

#include <string>

// For the actions themselves.
namespace actions {

/// Makes sure of the names in a folder: somebody may have ended between making one and syncing it.
bool keepFolder(const std::string& folder);

/// Ending of temporary files; one that is found at the start was never finished.
inline constexpr const char* temporaryEnding = ".part";

}  // namespace actions
