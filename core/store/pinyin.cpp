#include "core/store/pinyin.h"

#include <algorithm>
#include <array>

namespace store::pinyin {

namespace {
struct Row {
    std::uint32_t character;
    std::uint16_t reading;
};
#include "pinyin_table.inc"

// Nearly every character of a name is in this block, and is found without a search.
constexpr std::uint32_t blockStart = 0x4e00;
constexpr std::uint32_t blockEnd = 0xa000;
constexpr std::uint16_t none = 0xffff;

std::array<std::uint16_t, blockEnd - blockStart> makeBlock()
{
    std::array<std::uint16_t, blockEnd - blockStart> block;
    block.fill(none);
    for (const Row& row : rows)
        if (row.character >= blockStart && row.character < blockEnd)
            block[row.character - blockStart] = row.reading;
    return block;
}

bool isLetter(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

char32_t lower(char32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

std::size_t common(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < most && a[length] == b[length]) ++length;
    return length;
}

std::uint64_t bitOf(char32_t character)
{
    constexpr unsigned letters = 'z' - 'a' + 1;
    constexpr unsigned digits = 10;
    constexpr unsigned others = 64 - letters - digits;
    const unsigned bit = isLetter(character) ? character - 'a'
                         : character >= '0' && character <= '9'
                             ? letters + (character - '0')
                             : letters + digits + character % others;
    return std::uint64_t{1} << bit;
}

bool matches(std::string_view text, std::string_view typed, bool& whole)
{
    if (typed.empty()) {
        whole = text.empty();
        return true;
    }
    if (text.empty()) return false;
    const char32_t character = lower(nextCharacter(text));
    std::string_view after = typed;
    if (lower(nextCharacter(after)) == character) return matches(text, after, whole);
    if (!isLetter(static_cast<unsigned char>(typed.front()))) return false;
    std::string_view left = readingsOf(character);
    while (!left.empty()) {
        const std::size_t end = std::min(left.find(' '), left.size());
        // Longest first, so that "xian" is 仙 before it is 西安.
        for (std::size_t taken = common(left.substr(0, end), typed); taken > 0; --taken)
            if (matches(text, typed.substr(taken), whole)) return true;
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return false;
}
}  // namespace

std::string_view readingsOf(char32_t character)
{
    static const auto block = makeBlock();
    if (character >= blockStart && character < blockEnd) {
        const std::uint16_t reading = block[character - blockStart];
        return reading == none ? std::string_view() : readings[reading];
    }
    const auto row =
        std::ranges::lower_bound(rows, static_cast<std::uint32_t>(character), {}, &Row::character);
    return row != std::end(rows) && row->character == character ? readings[row->reading]
                                                                : std::string_view();
}

char32_t nextCharacter(std::string_view& text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80                    ? 1
                               : first >= 0xf0 && first < 0xf8 ? 4
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xc0 && first < 0xe0 ? 2
                                                               : 0;
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return 0xfffd;
    }
    char32_t character = length == 1 ? first : first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) character = character << 6U | (byte(i) & 0x3fU);
    text.remove_prefix(length);
    return character;
}

Characters& Characters::operator|=(const Characters& more)
{
    first |= more.first;
    any |= more.any;
    return *this;
}

Characters offeredBy(std::string_view text)
{
    Characters offered;
    while (!text.empty()) {
        const char32_t character = lower(nextCharacter(text));
        offered.any |= bitOf(character);
        if (isLetter(character)) offered.first |= 1U << (character - 'a');
        bool begins = true;
        for (const char letter : readingsOf(character)) {
            if (isLetter(static_cast<unsigned char>(letter))) {
                offered.any |= bitOf(static_cast<unsigned char>(letter));
                if (begins) offered.first |= 1U << static_cast<unsigned>(letter - 'a');
            }
            begins = letter == ' ';
        }
    }
    return offered;
}

Characters wantedBy(std::string_view typed)
{
    Characters wanted;
    if (!typed.empty() && isLetter(static_cast<unsigned char>(typed.front())))
        wanted.first = 1U << static_cast<unsigned>(typed.front() - 'a');
    while (!typed.empty()) wanted.any |= bitOf(nextCharacter(typed));
    return wanted;
}

int find(std::string_view text, std::string_view typed, bool& whole)
{
    for (int at = 0; !text.empty(); ++at) {
        if (matches(text, typed, whole)) return at;
        nextCharacter(text);
    }
    return -1;
}

}  // namespace store::pinyin
