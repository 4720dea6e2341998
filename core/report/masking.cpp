#include "core/report/masking.h"

#include <algorithm>

#include "core/report/masking_words.h"

namespace report {

namespace {

using Character = std::string_view;

std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        characters.push_back(text.substr(at, end - at));
        at = end;
    }
    return characters;
}

/// Digits and Latin letters also come in their wide forms, ０ as EF BC 90 and Ａ as EF BC A1.
char plain(Character c)
{
    if (c.size() == 1) return c[0];
    if (c.size() != 3 || c.substr(0, 2) != "\xEF\xBC") return '\0';
    const auto last = static_cast<unsigned char>(c[2]);
    if (last >= 0x90 && last <= 0x99) return static_cast<char>('0' + (last - 0x90));
    if (last >= 0xA1 && last <= 0xBA) return static_cast<char>('A' + (last - 0xA1));
    return '\0';
}

bool isDigit(Character c)
{
    return plain(c) >= '0' && plain(c) <= '9';
}

bool isLetter(Character c)
{
    const char letter = plain(c);
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

bool isHan(Character c)
{
    return (c.size() == 3 && c >= "㐀" && c <= "鿿") || c.size() == 4;
}

bool isIn(std::string_view set, Character c)
{
    if (c.size() != 3) return false;
    for (std::size_t at = 0; at < set.size(); at += 3)
        if (set.substr(at, 3) == c) return true;
    return false;
}

class Masker {
public:
    explicit Masker(std::string_view text)
        : m_in(charactersOf(text)), m_out(m_in.begin(), m_in.end())
    {
    }

    std::string run(const std::vector<std::string>& names)
    {
        for (const std::string& name : names) maskKnown(charactersOf(name));
        for (std::size_t i = 0; i < m_in.size(); ++i) {
            maskLongNumber(i);
            maskDoor(i);
            maskPlate(i);
            maskHousehold(i);
            maskAfterTitle(i);
            maskNickname(i);
        }
        std::string text;
        for (const std::string& character : m_out) text += character;
        return text;
    }

private:
    bool has(std::size_t i) const { return i < m_in.size(); }
    bool is(std::size_t i, Character c) const { return has(i) && m_in[i] == c; }

    void put(std::size_t begin, std::size_t end, const char* sign)
    {
        for (std::size_t i = begin; i < end; ++i)
            if (m_in[i] != "-" && m_in[i] != " " && m_in[i] != "·") m_out[i] = sign;
    }

    /// Does one of the words of `list` start at `i`?
    bool startsWord(std::string_view list, std::size_t i) const
    {
        while (!list.empty()) {
            const std::size_t blank = std::min(list.find(' '), list.size());
            const auto word = charactersOf(list.substr(0, blank));
            if (i + word.size() <= m_in.size() &&
                std::equal(word.begin(), word.end(), m_in.begin() + static_cast<long>(i)))
                return true;
            list.remove_prefix(std::min(blank + 1, list.size()));
        }
        return false;
    }

    /// How many characters the surname at `i` has; 0: none.
    std::size_t surname(std::size_t i) const
    {
        if (startsWord(words::doubleSurnames, i)) return 2;
        return has(i) && isIn(words::surnames, m_in[i]) ? 1 : 0;
    }

    void maskKnown(const std::vector<Character>& name)
    {
        if (name.size() < 2) return;
        for (std::size_t i = 0; i + name.size() <= m_in.size(); ++i)
            if (std::equal(name.begin(), name.end(), m_in.begin() + static_cast<long>(i)))
                put(i + (name.size() > 2 && startsWord(words::doubleSurnames, i) ? 2 : 1),
                    i + name.size(), "某");
    }

    void maskLongNumber(std::size_t begin)
    {
        if (!isDigit(m_in[begin]) || (begin > 0 && isDigit(m_in[begin - 1]))) return;
        std::size_t digits = 0;
        std::size_t end = begin;
        for (std::size_t i = begin; has(i); ++i) {
            const bool joint =
                (m_in[i] == "-" || m_in[i] == " ") && has(i + 1) && isDigit(m_in[i + 1]);
            if (!isDigit(m_in[i]) && !joint) break;
            if (isDigit(m_in[i])) ++digits;
            end = i + 1;
        }
        if (digits >= 7)
            put(begin, end + (digits == 17 && has(end) && isLetter(m_in[end]) ? 1 : 0), "*");
    }

    /// 18号, 18-2号, A12号, 3幢2单元501室, 二十三号; a day after 月 stays.
    void maskDoor(std::size_t begin)
    {
        const auto part = [&](std::size_t i) {
            return isDigit(m_in[i]) || isLetter(m_in[i]) || isIn(words::numerals, m_in[i]);
        };
        if (!part(begin) || (begin > 0 && (part(begin - 1) || m_in[begin - 1] == "月"))) return;
        std::size_t end = begin;
        bool number = false;
        while (has(end) && (part(end) || (m_in[end] == "-" && has(end + 1) && part(end + 1)))) {
            number = number || isDigit(m_in[end]) || isIn(words::numerals, m_in[end]);
            ++end;
        }
        const bool door =
            has(end) && (isIn(words::doorWords, m_in[end]) || startsWord("单元 门牌", end));
        const bool afterDoor = begin >= 2 && is(begin - 2, "门") && is(begin - 1, "牌");
        if (number && (door || afterDoor)) put(begin, end, "*");
    }

    void maskPlate(std::size_t i)
    {
        if (!isIn(words::provinces, m_in[i])) return;
        std::size_t at = i + 1;
        if (is(at, " ")) ++at;
        if (!has(at) || !isLetter(m_in[at])) return;
        ++at;
        if (is(at, "·") || is(at, " ") || is(at, "-") || is(at, "•")) ++at;
        std::size_t end = at;
        while (has(end) && (isDigit(m_in[end]) || isLetter(m_in[end]))) ++end;
        if (end - at >= 4 && end - at <= 6) put(at, end, "*");
    }

    /// 张三家, 李小四门口: the longest name that can be read before a word that follows names.
    void maskHousehold(std::size_t i)
    {
        const std::size_t first = surname(i);
        if (first == 0) return;
        for (std::size_t given = 2; given >= 1; --given) {
            const std::size_t end = i + first + given;
            if (end >= m_in.size() || !startsWord(words::afterName, end)) continue;
            if (m_in[end - 1] == "家" || m_in[end - 1] == "户") continue;
            if (m_in[end] == "户" && isIn(words::notBeforeHousehold, m_in[end - 1])) continue;
            if (!std::all_of(m_in.begin() + static_cast<long>(i + first),
                             m_in.begin() + static_cast<long>(end), isHan))
                continue;
            put(i + first, end, "某");
            return;
        }
    }

    /// 户主李小四, 村民：王五.
    void maskAfterTitle(std::size_t i)
    {
        const bool two = startsWord(words::beforeName, i);
        if (!two) return;
        std::size_t at = i + (startsWord("当事人 联系人 责任人", i) ? 3 : 2);
        while (is(at, "：") || is(at, ":") || is(at, " ") || is(at, "为") || is(at, "是")) ++at;
        const std::size_t first = surname(at);
        if (first == 0) return;
        std::size_t end = at + first;
        while (has(end) && end < at + first + 2 && isHan(m_in[end]) &&
               !isIn(words::afterGivenName, m_in[end]))
            ++end;
        put(at + first, end, "某");
    }

    /// 老陈家, 小李: the surname itself goes.
    void maskNickname(std::size_t i)
    {
        if ((m_in[i] == "老" || m_in[i] == "小" || m_in[i] == "阿") && surname(i + 1) == 1 &&
            startsWord(words::afterName, i + 2) && !is(i + 2, "房"))
            m_out[i + 1] = "某";
        if (surname(i) == 1 &&
            startsWord("大爷 大妈 大伯 大叔 大婶 阿姨 奶奶 爷爷 师傅 老板", i + 1) &&
            m_out[i] == m_in[i])
            m_out[i] = "某";
    }

    std::vector<Character> m_in;
    std::vector<std::string> m_out;
};

}  // namespace

std::string masked(std::string_view text, const std::vector<std::string>& names)
{
    return Masker(text).run(names);
}

}  // namespace report
