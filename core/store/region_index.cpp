#include "core/store/region_index.h"

#include <algorithm>
#include <unordered_map>

#include "core/store/pinyin.h"
#include "core/store/region_row.h"

namespace store {

namespace {
// Smaller is better.
constexpr int wholeName = 0;
constexpr int beginning = 1;
constexpr int inside = 2;
constexpr int aliasWorse = 3;
constexpr int townOnly = 6;
constexpr int noMatch = 100;

std::vector<std::string> wordsOf(const std::string& typed)
{
    std::vector<std::string> words(1);
    for (std::string_view rest = typed; !rest.empty();) {
        const std::string_view before = rest;
        const char32_t c = pinyin::nextCharacter(rest);
        if (c == ' ' || c == '\t' || c == 0x3000) {
            if (!words.back().empty()) words.emplace_back();
        } else if (c >= 'A' && c <= 'Z') {
            words.back() += static_cast<char>(c - 'A' + 'a');
        } else {
            words.back() += before.substr(0, before.size() - rest.size());
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool mayMatch(std::uint32_t initials, const std::string& word)
{
    const char c = word.front();
    return c < 'a' || c > 'z' || (initials >> static_cast<unsigned>(c - 'a') & 1U) != 0;
}

int qualityOf(const std::string& text, const std::string& word)
{
    bool whole = false;
    const int at = pinyin::find(text, word, whole);
    return at < 0 ? noMatch : at > 0 ? inside : whole ? wholeName : beginning;
}

bool isNumber(const std::string& word)
{
    return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}
}  // namespace

RegionIndex::RegionIndex(SQLite::Database& db)
{
    std::unordered_map<std::string, std::uint32_t> towns;
    SQLite::Statement town(db, "SELECT code, name FROM region WHERE kind = 'town'");
    while (town.executeStep()) {
        towns[town.getColumn(0).getString()] = static_cast<std::uint32_t>(m_towns.size());
        std::string name = town.getColumn(1).getString();
        const std::uint32_t initials = pinyin::initialsOf(name);
        m_towns.push_back({std::move(name), initials});
    }
    const auto unknownTown = static_cast<std::uint32_t>(m_towns.size());
    m_towns.push_back({});
    SQLite::Statement village(db, R"sql(
        SELECT code, name, aliases FROM region
        WHERE kind IN ('village', 'naturalVillage', 'facility') AND retired = 0 ORDER BY code)sql");
    while (village.executeStep()) {
        Entry entry;
        entry.code = village.getColumn(0).getString();
        entry.name = village.getColumn(1).getString();
        entry.aliases = splitLines(village.getColumn(2).getString());
        const auto at = towns.find(entry.code.substr(0, 9) + "000");
        entry.town = at == towns.end() ? unknownTown : at->second;
        entry.initials = pinyin::initialsOf(entry.name);
        for (const std::string& alias : entry.aliases) entry.initials |= pinyin::initialsOf(alias);
        m_entries.push_back(std::move(entry));
    }
}

int RegionIndex::quality(const Entry& entry, const std::string& word) const
{
    int best = noMatch;
    if (isNumber(word) && entry.code.find(word) != std::string::npos) best = inside;
    if (mayMatch(entry.initials, word)) {
        best = std::min(best, qualityOf(entry.name, word));
        for (const std::string& alias : entry.aliases)
            best = std::min(best, qualityOf(alias, word) + aliasWorse);
    }
    const Town& town = m_towns[entry.town];
    if (best >= noMatch && mayMatch(town.initials, word) && qualityOf(town.name, word) < noMatch)
        best = townOnly;
    return best;
}

std::vector<RegionIndex::Hit> RegionIndex::search(const std::string& typed, std::size_t limit) const
{
    const std::vector<std::string> words = wordsOf(typed);
    std::vector<std::pair<int, std::uint32_t>> found;
    for (std::uint32_t i = 0; i < m_entries.size() && !words.empty(); ++i) {
        int worst = 0;
        for (const std::string& word : words) {
            worst = std::max(worst, quality(m_entries[i], word));
            if (worst >= noMatch) break;
        }
        if (worst < noMatch) found.emplace_back(worst, i);
    }
    const std::size_t shown = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown));
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < shown; ++i) {
        const Entry& entry = m_entries[found[i].second];
        hits.push_back({{entry.code}, entry.name, m_towns[entry.town].name});
    }
    return hits;
}

}  // namespace store
