#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/inspection.h"
#include "core/domain/review.h"
#include "sync/hub/store/log.h"

// The log folded into rows that can be asked. Everything here follows from the log alone, so that
// `rebuild` gives the same rows.
namespace hub {

/// An inspection as of its newest revision.
struct InspectionRow {
    domain::InspectionId id;
    domain::CampaignId campaign;
    std::string kind;  ///< of the sheet
    int version = 0;
    Concerns concerns;
    domain::RegionCode subject;
    int revision = 0;
    domain::InspectionState state = domain::InspectionState::submitted;
    domain::RecordId record;     ///< of the newest revision
    domain::RecordId decidedBy;  ///< the last decision on that revision; empty before the first
    std::int64_t submittedMs = 0;
    domain::InspectionId parent;  ///< 回头看: what it looks back at
};
std::optional<InspectionRow> findInspection(Connection& connection, const domain::InspectionId& id);
/// Those of a campaign that stand approved, by village and id.
std::vector<InspectionRow> approvedInspections(Connection& connection,
                                               const domain::CampaignId& campaign);
/// All of one village that stand approved, in any campaign.
std::vector<InspectionRow> approvedOf(Connection& connection, const std::string& village);
/// The inspection of the same subject by the same kind of sheet before this one: the newest
/// approved one, else the newest that was not voided.
std::optional<InspectionRow> lastInspection(Connection& connection, const InspectionRow& than);
/// The record of one revision; empty when there is none.
domain::RecordId revisionRecord(Connection& connection, const domain::InspectionId& id,
                                int revision);
/// Records of the reviews of one revision, oldest first.
std::vector<domain::RecordId> reviewRecords(Connection& connection, const domain::InspectionId& id,
                                            int revision);
/// How many photos of the newest revision have not arrived.
int photosMissing(Connection& connection, const InspectionRow& inspection);

void foldInspection(Connection& connection, const domain::RecordId& record,
                    const Concerns& concerns, const domain::Inspection& inspection);
void foldReview(Connection& connection, const domain::RecordId& record, std::int64_t seq,
                const domain::Review& review);
void foldPhotoReceived(Connection& connection, std::int64_t seq, const Concerns& concerns,
                       const domain::Sha256& sha256);
void foldPhotoRejected(Connection& connection, const Concerns& concerns,
                       const domain::Sha256& sha256);

/// Empties the projections and folds the whole log again; returns how many records. In one
/// transaction of the caller. Throws std::runtime_error when a logged record cannot be read.
std::int64_t rebuild(Connection& connection);
/// A hash over every row of the projections, for comparing two of them.
std::string projectionsHash(Connection& connection);

}  // namespace hub
