#include "core/store/region_index.h"

#include <algorithm>
#include <unordered_map>

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
        const pinyin::Characters offered = pinyin::offeredBy(name);
        m_towns.push_back({std::move(name), offered});
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
        entry.offered = pinyin::offeredBy(entry.name);
        for (const std::string& alias : entry.aliases) entry.offered |= pinyin::offeredBy(alias);
        m_entries.push_back(std::move(entry));
    }
}

struct RegionIndex::Wanted {
    std::vector<std::string> words;
    std::vector<pinyin::Characters> characters;  ///< of each word
    std::vector<bool> numbers;                   ///< of each word, whether it may be part of a code
    std::vector<std::vector<bool>> towns;        ///< of each word, the towns whose name it fits
};

RegionIndex::Wanted RegionIndex::wanted(const std::string& typed) const
{
    Wanted wanted{wordsOf(typed), {}, {}, {}};
    for (const std::string& word : wanted.words) {
        const pinyin::Characters characters = pinyin::wantedBy(word);
        wanted.characters.push_back(characters);
        wanted.numbers.push_back(isNumber(word));
        std::vector<bool>& fits = wanted.towns.emplace_back();
        fits.reserve(m_towns.size());
        for (const Town& town : m_towns)
            fits.push_back(town.offered.offer(characters) && qualityOf(town.name, word) < noMatch);
    }
    return wanted;
}

int RegionIndex::quality(const Entry& entry, const Wanted& wanted, std::size_t at) const
{
    const std::string& word = wanted.words[at];
    int best = noMatch;
    if (wanted.numbers[at] && entry.code.find(word) != std::string::npos) best = inside;
    if (entry.offered.offer(wanted.characters[at])) {
        best = std::min(best, qualityOf(entry.name, word));
        for (const std::string& alias : entry.aliases)
            best = std::min(best, qualityOf(alias, word) + aliasWorse);
    }
    return best >= noMatch && wanted.towns[at][entry.town] ? townOnly : best;
}

int RegionIndex::quality(const Entry& entry, const Wanted& wanted) const
{
    int worst = 0;
    for (std::size_t word = 0; word < wanted.words.size() && worst < noMatch; ++word)
        worst = std::max(worst, quality(entry, wanted, word));
    return worst;
}

std::vector<RegionIndex::Hit> RegionIndex::search(const std::string& typed, std::size_t limit) const
{
    Typing nothingTyped;
    return search(typed, limit, nothingTyped);
}

std::vector<RegionIndex::Hit> RegionIndex::search(const std::string& typed, std::size_t limit,
                                                  Typing& typing) const
{
    std::vector<Typing::Step>& steps = typing.m_steps;
    while (!steps.empty() && !typed.starts_with(steps.back().typed)) steps.pop_back();
    if (steps.empty() || steps.back().typed != typed) {
        const Wanted all = wanted(typed);
        if (all.words.empty()) return {};
        Typing::Step step{typed, {}};
        const auto look = [&](std::uint32_t i) {
            if (const int worst = quality(m_entries[i], all); worst < noMatch)
                step.found.emplace_back(worst, i);
        };
        // What does not fit a beginning does not fit what goes on from it.
        if (steps.empty())
            for (std::uint32_t i = 0; i < m_entries.size(); ++i) look(i);
        else
            for (const auto& [quality, i] : steps.back().found) look(i);
        steps.push_back(std::move(step));
    }
    std::vector<std::pair<int, std::uint32_t>> best(std::min(limit, steps.back().found.size()));
    std::ranges::partial_sort_copy(steps.back().found, best);
    std::vector<Hit> hits;
    hits.reserve(best.size());
    for (const auto& [quality, i] : best)
        hits.push_back({{m_entries[i].code}, m_entries[i].name, m_towns[m_entries[i].town].name});
    return hits;
}

}  // namespace store
