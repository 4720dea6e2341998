#pragma once

#include <cstddef>
#include <string_view>

namespace hub {

/// True for well-formed UTF-8 (no overlong forms, no surrogates) without control characters.
bool isCleanUtf8(std::string_view text);

/// Characters (code points) of well-formed UTF-8.
std::size_t utf8Length(std::string_view text);

}  // namespace hub
