#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/photo.h"
#include "core/sqlite/database.h"

namespace store {

/// A photo on its way from the camera to its row.
struct Shot {
    std::string target;        ///< the draft, or the finding whose report it is for
    domain::PhotoEntry entry;  ///< without hashes, sizes and links
    std::string file;          ///< with the camera's bytes
    bool ours = false;         ///< the file is the camera's; false: somebody's own, which stays
    int longSidePx = 1600;
    int quality = 80;
    std::optional<double> directionDeg;  ///< where the camera looked, from magnetic north
};

/// Photos that are on their way, so that a kill loses none. Writes are part of the caller's
/// transaction.
class Shots {
public:
    explicit Shots(SQLite::Database& db) : m_db(db) {}

    void add(const Shot& shot);
    void remove(const domain::PhotoId& id);
    std::optional<Shot> find(const domain::PhotoId& id) const;
    /// In the order in which they were noted.
    std::vector<Shot> list() const;
    int countOf(const std::string& target) const;

private:
    SQLite::Database& m_db;
};

}  // namespace store
