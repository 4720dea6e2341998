#pragma once

#include <optional>
#include <string>

#include "core/base/uuid.h"

namespace hub {

/// A one-time code that people can read out and type: three groups of four letters and digits
/// without those that look alike, 60 bits. "7KQM-2D8X-RWT4".
std::string newEnrolCode(const base::RandomBytes& random);

/// The hash under which a code is kept. Small letters, spaces and missing dashes are the same code;
/// nothing for a text that can be no code.
std::optional<std::string> enrolCodeHash(const std::string& typed);

}  // namespace hub
