#pragma once

#include <optional>
#include <string>
#include <string_view>

// The stable English words of enum values (the same as in JSON), for columns and exports that hold
// one value. Instantiated in codec_word_text.cpp for the enums named there.
namespace domain {

template <class Enum>
std::string wordOf(Enum value);

/// Empty for a word that this version does not know.
template <class Enum>
std::optional<Enum> fromWord(std::string_view word);

}  // namespace domain
