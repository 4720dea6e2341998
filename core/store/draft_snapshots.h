#pragma once

#include <cstdint>
#include <vector>

#include "core/domain/ids.h"
#include "core/sqlite/database.h"

namespace store {

/// A draft that is not on the hub as it is now.
struct UnsavedDraft {
    domain::InspectionId id;
    std::int64_t changedAtMs = 0;
};

/// What the hub knows of the drafts of this tablet. Writes are part of the caller's transaction.
class DraftSnapshots {
public:
    explicit DraftSnapshots(SQLite::Database& db) : m_db(db) {}

    /// The one changed last first.
    std::vector<UnsavedDraft> unsaved() const;
    /// The hub has a snapshot of the draft as it was when it had been changed at this time.
    void putSaved(const domain::InspectionId& id, std::int64_t changedAtMs);

    /// The draft was thrown away, and the hub is to throw its snapshot away, too.
    void putDropped(const domain::InspectionId& id);
    bool wasDropped(const domain::InspectionId& id) const;
    /// Thrown away here and, as far as is known, not yet on the hub.
    std::vector<domain::InspectionId> dropped() const;
    void putDropTold(const domain::InspectionId& id);
    /// It is there again after all: a correction goes by the id of what it corrects.
    void forgetDrop(const domain::InspectionId& id);

    /// The hub may have lost anything: it is to be told of every draft again.
    void tellAllAgain();

private:
    SQLite::Database& m_db;
};

}  // namespace store
