#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/record.h"
#include "core/domain/rectification.h"
#include "core/domain/user.h"
#include "core/sqlite/database.h"

namespace store {

/// One finding that is to be put right, as its steps say.
struct RectificationTask {
    domain::FindingId finding;
    domain::InspectionId inspection;
    domain::RectificationState state = domain::RectificationState::waiting;
    std::int64_t issuedAtMs = 0;
    std::int64_t reportedAtMs = 0;  ///< of the newest report; 0 before the first
    domain::RecordId lastStep;      ///< empty while it waits to be issued
    domain::RectificationNotice notice;
};

struct RectificationStepRow {
    domain::RecordId record;
    domain::RectificationStep step;
    std::int64_t createdAtMs = 0;
    bool onHub = false;
    bool refused = false;
};

/// How a town, or everything, stands.
struct RectificationCounts {
    int issued = 0;   ///< ever, those cancelled aside
    int done = 0;     ///< accepted or closed
    int onTime = 0;   ///< of these, reported by the deadline
    int overdue = 0;  ///< nothing reported, past the deadline
    int waiting = 0;  ///< 待下发
    int toCheck = 0;  ///< 已反馈
};
struct TownRectification {
    domain::RegionCode town;
    RectificationCounts counts;
};

/// Tasks and their steps. Writes are part of the caller's transaction.
class Rectifications {
public:
    explicit Rectifications(SQLite::Database& db) : m_db(db) {}

    /// All of a campaign (of every one when empty), by deadline.
    std::vector<RectificationTask> list(const domain::CampaignId& campaign) const;
    std::optional<RectificationTask> find(const domain::FindingId& finding) const;
    /// Oldest first; with those that the hub refused.
    std::vector<RectificationStepRow> steps(const domain::FindingId& finding) const;
    /// By town, sorted by its code. On time or late is by the clock of the tablet that reported.
    std::vector<TownRectification> byTown(const domain::CampaignId& campaign,
                                          std::int64_t nowMs) const;
    /// Issued findings of a subject and kind of sheet that are not put right, for the next
    /// inspection.
    std::vector<RectificationTask> openOf(const domain::RegionCode& subject,
                                          const std::string& kind) const;

    /// Photos of a report that is being made, oldest first.
    std::vector<domain::PhotoEntry> draftPhotos(const domain::FindingId& finding) const;
    void addDraftPhoto(const domain::FindingId& finding, const domain::PhotoEntry& entry);
    std::optional<domain::FindingId> draftOfPhoto(const domain::PhotoId& photo) const;
    void removeDraftPhoto(const domain::PhotoId& photo);
    void clearDraft(const domain::FindingId& finding);

    /// Approved inspections that changed since they were looked through, at most so many.
    std::vector<domain::InspectionId> toLookThrough(std::size_t limit) const;
    /// What looking through gave; takes the place of what waited before.
    void putWaiting(const domain::InspectionId& inspection,
                    const std::vector<domain::RectificationNeed>& needs);

    /// For Records: a step came, or what became of it; and it is gone.
    void fold(const domain::Record& record);
    void refresh(const domain::FindingId& finding);
    std::vector<domain::FindingId> unfold(const domain::RecordId& record);

private:
    SQLite::Database& m_db;
};

}  // namespace store
