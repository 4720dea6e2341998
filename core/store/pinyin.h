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

/// Which characters a text offers, or typed letters want, as bits: enough to know for most texts
/// that find() finds nothing there.
struct Characters {
    std::uint32_t first = 0;  ///< the letters a..z that a match begins with
    std::uint64_t any = 0;    ///< a..z, 0..9, and the rest for all other characters together

    Characters& operator|=(const Characters& more);
    bool offer(const Characters& wanted) const
    {
        return (wanted.first & ~first) == 0 && (wanted.any & ~any) == 0;
    }
};

/// Of a text: its own characters and the letters of their readings.
Characters offeredBy(std::string_view text);
/// Of lower-case letters as they are typed. When offeredBy(text) does not offer them, find() is -1.
Characters wantedBy(std::string_view typed);

/// Where in `text` (counted in characters, from 0) lower-case letters `typed` match a run of
/// characters, each by a beginning of one of its readings (the last one may be cut short); -1 when
/// nowhere. `whole` is set when the run reaches the end of the text.
int find(std::string_view text, std::string_view typed, bool& whole);

}  // namespace store::pinyin
