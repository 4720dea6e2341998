#pragma once

#include <optional>
#include <vector>

#include "core/store/media.h"

namespace store {

/// A photo or thumbnail of an inspection known here, whose bytes are not.
struct WantedFile {
    domain::Sha256 sha256;
    MediaKind kind = MediaKind::photo;
    domain::InspectionId inspection;
};

/// What is worth fetching from the hub.
class WantedMedia {
public:
    explicit WantedMedia(SQLite::Database& db) : m_db(db) {}

    /// Nothing when the file is here already or no inspection names it.
    std::optional<WantedFile> find(const domain::Sha256& sha256) const;
    /// What the page of one inspection shows and is not here, the most urgent first: its
    /// thumbnails and those of what it is seen beside (Records::before), then the photos of both.
    std::vector<domain::Sha256> shownWith(const domain::InspectionId& inspection) const;
    /// Thumbnails of inspections that wait for review, newest first; then thumbnails and photos of
    /// the last inspection of each check that is assigned to the inspector. Only what the hub said
    /// that it has.
    std::vector<WantedFile> ahead(const domain::UserId& inspector, std::size_t limit) const;

private:
    SQLite::Database& m_db;
};

}  // namespace store
