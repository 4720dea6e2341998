#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/inspection.h"
#include "core/sqlite/database.h"

namespace store {

/// A draft in one line, for lists.
struct DraftHead {
    domain::InspectionId id;
    int revision = 1;
    domain::CampaignId campaign;
    std::string kind;
    domain::RegionCode village;
    domain::RegionCode subject;
    std::int64_t startedAtMs = 0;
    std::int64_t changedAtMs = 0;
    int items = 0;
    int answered = 0;
    int findings = 0;
    int photos = 0;
};

/// A photo of a draft; taking one out marks it, because its entry is a link of the evidence chain.
struct DraftPhoto {
    domain::InspectionId inspection;
    domain::PhotoEntry entry;
    bool removed = false;
};

/// Which finding a photo is of, without the rest of its entry.
struct PhotoMark {
    domain::PhotoId id;
    domain::FindingId finding;
    bool removed = false;
};

/// What an action changed, as it was before.
struct Undo {
    std::int64_t n = 0;
    std::string action;  ///< the action's name in English, for the words of the undo button
    std::vector<domain::Answer> answers;
    std::vector<domain::PhotoId> photos;  ///< whose mark "removed" was turned over
};

/// Checks that are being done, as rows. Writes are part of the caller's transaction; only actions
/// write.
class Drafts {
public:
    explicit Drafts(SQLite::Database& db) : m_db(db) {}

    /// Requires one answer an item, in the sheet's order, unanswered ones included.
    void insert(const domain::Inspection& draft, std::int64_t nowMs);
    bool exists(const domain::InspectionId& id) const;
    std::optional<domain::InspectionId> openOf(const domain::CampaignId& campaign,
                                               const domain::RegionCode& subject,
                                               const std::string& kind,
                                               const domain::UserId& inspector) const;
    /// The whole draft as it would be submitted now; `submittedAtMs` is 0, photos taken out are not
    /// in it.
    std::optional<domain::Inspection> find(const domain::InspectionId& id) const;
    std::vector<DraftHead> list() const;
    std::optional<DraftHead> head(const domain::InspectionId& id) const;
    void remove(const domain::InspectionId& id);

    std::optional<domain::Answer> answer(const domain::InspectionId& id,
                                         const std::string& item) const;
    /// Writes state, households, earned and note; findings are rows of their own. False when there
    /// is no such item.
    bool putAnswer(const domain::InspectionId& id, const domain::Answer& answer,
                   std::int64_t nowMs);
    /// Also makes the findings those of `after`, touching only what differs from `before`, the
    /// answer as it is.
    void replaceAnswer(const domain::InspectionId& id, const domain::Answer& before,
                       const domain::Answer& after, std::int64_t nowMs);
    void insertFinding(const domain::InspectionId& id, const std::string& item,
                       const domain::Finding& finding);
    void updateFinding(const domain::Finding& finding);
    void deleteFinding(const domain::FindingId& finding);

    void putRemark(const domain::InspectionId& id, const std::string& remark, std::int64_t nowMs);
    void putStartFix(const domain::InspectionId& id, const std::optional<base::Fix>& fix,
                     const std::string& noFixReason, std::int64_t nowMs);
    void putSignature(const domain::InspectionId& id, const domain::Signature& signature,
                      std::int64_t nowMs);
    void deleteSignature(const domain::InspectionId& id, const std::string& role,
                         std::int64_t nowMs);

    void insertPhoto(const domain::InspectionId& id, const domain::PhotoEntry& entry,
                     bool removed = false);
    std::optional<DraftPhoto> photo(const domain::PhotoId& id) const;
    /// In the order they were taken, those taken out included.
    std::vector<DraftPhoto> photos(const domain::InspectionId& id) const;
    std::vector<PhotoMark> photoMarks(const domain::InspectionId& id,
                                      const std::string& item) const;
    /// Photos of drafts that were thrown away wait here for the next submission.
    void putLoosePhoto(const domain::PhotoEntry& entry);
    std::vector<domain::PhotoEntry> loosePhotos() const;
    void clearLoosePhotos();
    /// Replaces what is drawn on a photo; without shapes there is no drawing.
    void putDrawing(const domain::InspectionId& id, const domain::PhotoDrawing& drawing,
                    std::int64_t nowMs);
    /// On photos that were not taken out.
    std::vector<domain::PhotoDrawing> drawings(const domain::InspectionId& id) const;
    void turnOverRemoved(const domain::PhotoId& id);

    void pushUndo(const domain::InspectionId& id, const Undo& undo);
    /// The newest last; as many as are kept.
    std::vector<Undo> undos(const domain::InspectionId& id) const;
    std::optional<Undo> lastUndo(const domain::InspectionId& id) const;
    void dropUndo(std::int64_t n);

private:
    SQLite::Database& m_db;
};

}  // namespace store
