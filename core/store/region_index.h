#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/domain/ids.h"
#include "core/sqlite/database.h"
#include "core/store/pinyin.h"

namespace store {

/// Villages in memory for search as one types: by part of a name or alias ("石洞"), by pinyin in
/// full or by initials or mixed ("shidongkeng", "sdk", "shidk"), by code, and by town and village
/// together ("六石 石洞", "ls sdk").
///
/// Building reads the whole table (some tens of ms for 32,130 villages): build it off the UI thread
/// when the first search comes and again after part "regions" changed. Searching is const and needs
/// no database.
class RegionIndex {
public:
    struct Hit {
        domain::RegionCode code;
        std::string name;
        std::string townName;
    };

    /// What earlier keystrokes found: a letter more is looked for only there, a letter less again
    /// is known. Belongs to one index and one search field.
    class Typing {
    public:
        void forget() { m_steps.clear(); }

    private:
        friend class RegionIndex;
        struct Step {
            std::string typed;
            std::vector<std::pair<int, std::uint32_t>> found;  ///< quality, entry; by entry
        };
        std::vector<Step> m_steps;  ///< each begins with the one before
    };

    /// Villages, natural villages and facilities that are not retired.
    explicit RegionIndex(SQLite::Database& db);

    /// The best `limit` hits: whole names before beginnings before insides, names before aliases,
    /// then by code.
    std::vector<Hit> search(const std::string& typed, std::size_t limit) const;
    /// The same, as one types on or takes letters back.
    std::vector<Hit> search(const std::string& typed, std::size_t limit, Typing& typing) const;
    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        std::string code;
        std::string name;
        std::vector<std::string> aliases;
        std::uint32_t town = 0;      ///< index into m_towns
        pinyin::Characters offered;  ///< by name and aliases
    };
    struct Town {
        std::string name;
        pinyin::Characters offered;
    };

    /// Of one search: the words, and for each the towns that it fits.
    struct Wanted;

    Wanted wanted(const std::string& typed) const;
    int quality(const Entry& entry, const Wanted& wanted, std::size_t word) const;
    int quality(const Entry& entry, const Wanted& wanted) const;

    std::vector<Entry> m_entries;
    std::vector<Town> m_towns;
};

}  // namespace store
