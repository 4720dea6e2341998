#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hub {

/// What stands between method and version in a request line, percent-decoded.
struct Target {
    std::string path;
    std::map<std::string, std::string> query;  ///< the last of equal names wins
};

/// Reads an origin-form target ("/v1/feed?after=3"). None when it is not one: no leading '/', a
/// broken percent code, a control character, a NUL, an encoded '/' or a "." or ".." segment, more
/// than 2,000 characters.
std::optional<Target> parseTarget(std::string_view text);

/// ASCII letters in lower case, as header names and their tokens are compared.
std::string lowerCase(std::string_view text);

}  // namespace hub
