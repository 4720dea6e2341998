#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace store::pinyin {

/// The readings of a Chinese character without tones, separated by spaces ("dan chan shan"); empty
/// when unknown.
std::string_view readingsOf(char32_t character);

/// Takes one character off the front of UTF-8 text; a broken byte counts as U+FFFD.
char32_t nextCharacter(std::string_view& text);

/// One bit for each letter a..z that a reading of a character, or a Latin letter of the text,
/// begins with.
std::uint32_t initialsOf(std::string_view text);

/// Where in `text` (counted in characters, from 0) lower-case letters `typed` match a run of
/// characters, each by a beginning of one of its readings (the last one may be cut short); -1 when
/// nowhere. `whole` is set when the run reaches the end of the text.
int find(std::string_view text, std::string_view typed, bool& whole);

}  // namespace store::pinyin
