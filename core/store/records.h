#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/points.h"
#include "core/domain/inspection.h"
#include "core/domain/record.h"
#include "core/domain/review.h"
#include "core/sqlite/bind.h"
#include "core/sqlite/database.h"

namespace store {

/// An inspection as its newest revision and the decisions on it say.
struct InspectionHead {
    domain::InspectionId id;
    int revision = 1;
    domain::InspectionState state = domain::InspectionState::submitted;
    bool adjusted = false;
    bool refused =
        false;  ///< the hub put the newest revision in quarantine or called it a conflict
    bool onHub = false;
    domain::RecordId record;  ///< of the newest revision
    domain::CampaignId campaign;
    std::string kind;
    int version = 1;
    domain::RegionCode village;
    domain::RegionCode subject;
    domain::UserId inspector;
    std::int64_t startedAtMs = 0;
    std::int64_t submittedAtMs = 0;
    int findings = 0;
    int photos = 0;
    int photosOnHub = 0;
    std::optional<base::Points> score;  ///< as submitted; adjustments are not in it
    domain::InspectionId parent;        ///< 回头看: what it looks back at
};

struct RevisionRow {
    domain::RecordId record;
    domain::Inspection inspection;
    std::optional<std::int64_t> hubSeq;
    std::optional<std::int64_t> receivedAtMs;
    std::optional<base::Points> score;
};

struct ReviewRow {
    domain::RecordId record;
    domain::Review review;
    std::int64_t createdAtMs = 0;
    std::optional<std::int64_t> hubSeq;
    bool refused = false;
};

/// Everything about one inspection, oldest first.
struct InspectionHistory {
    InspectionHead head;
    std::vector<RevisionRow> revisions;
    std::vector<ReviewRow> reviews;
};

/// Records, own and pulled, and what they fold to. Writes are part of the caller's transaction.
///
/// The same records give the same rows in whatever order they come, and again is no harm. A kind
/// that this version does not know, or a body it cannot read, is kept as it is and folded by
/// nobody.
class Records {
public:
    explicit Records(SQLite::Database& db) : m_db(db), m_statements(db) {}

    /// One this tablet has just made.
    void addOwn(const domain::Record& record);
    /// One from the feed; also tells that one of ours is in the log. `inspection` is what its body
    /// reads as, where somebody has read it already.
    void apply(std::int64_t hubSeq, std::int64_t receivedAtMs, const domain::Record& record,
               const domain::Inspection* inspection = nullptr);
    /// The feed is about to be read from its beginning: what comes again is confirmed.
    void expectAgain();
    /// It has been read to its end: records of others that did not come (lost by a hub that was
    /// restored, or no longer for this tablet) are gone with what they folded to. Gives how many.
    int dropUnconfirmed();
    /// After the outcome of an own record changed.
    void foldAgain(const domain::RecordId& record);

    std::optional<domain::Record> find(const domain::RecordId& id) const;
    /// The inspection that an inspection's revision, a decision or an appeal is about; of a step of
    /// a rectification its finding. Empty of other kinds. Reads no more of the body than that.
    domain::InspectionId subjectOf(const domain::RecordId& id) const;
    std::optional<InspectionHead> head(const domain::InspectionId& id) const;
    std::optional<InspectionHistory> history(const domain::InspectionId& id) const;
    std::optional<domain::Inspection> newest(const domain::InspectionId& id) const;
    /// The inspection of the same subject by the same kind of sheet before `than`: the newest
    /// approved one, else the newest that was not voided.
    std::optional<domain::Inspection> lastOf(const domain::RegionCode& subject,
                                             const std::string& kind,
                                             const domain::InspectionId& than) const;
    /// What this one is to be seen beside: what a 回头看 looks back at, for any other lastOf.
    std::optional<domain::Inspection> before(const domain::Inspection& inspection) const;
    bool isOnHub(const domain::Sha256& photo) const;

    /// Newest revisions that nobody scored yet.
    std::vector<domain::InspectionId> unscored(std::size_t limit) const;
    void putScore(const domain::InspectionId& id, int revision, base::Points score);

private:
    void insert(const domain::Record& record, std::optional<std::int64_t> hubSeq,
                std::optional<std::int64_t> receivedAtMs);
    void fold(const domain::Record& record, std::int64_t hubSeq,
              const domain::Inspection* inspection = nullptr);
    void foldInspection(const domain::Record& record, const domain::Inspection& inspection);
    void foldReview(const domain::Record& record);
    void foldAppeal(const domain::Record& record);
    void refreshHead(const domain::InspectionId& id);
    void unfold(const domain::RecordId& record);

    SQLite::Database& m_db;
    sqlite::Statements m_statements;
};

}  // namespace store
