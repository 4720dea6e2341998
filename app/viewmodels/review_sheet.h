#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/campaign.h"
#include "core/domain/region.h"
#include "core/domain/review.h"
#include "core/evidence/faults.h"
#include "core/evidence/watermark.h"
#include "core/scoring/evidence.h"
#include "core/scoring/score.h"
#include "core/store/records.h"

namespace viewmodels {

/// Whether and where a photo's bytes are on this tablet.
struct PhotoFiles {
    bool thumb = false;
    bool full = false;
};

/// A decision made on this tablet that the hub did not take, and why.
struct RefusedDecision {
    std::string code;
    std::string message;
    domain::RecordId other;  ///< whose record was first, for a conflict
};

/// Everything that the page of one inspection shows, read in one go on the core thread.
struct ReviewSheet {
    store::InspectionHistory history;
    domain::Checklist sheet;
    domain::CaptureSettings capture;
    domain::Region village;
    std::string townName;
    std::string inspectorName;
    std::vector<std::string> reviewerNames;  ///< one for each of history.reviews
    /// The last one on the newest revision, unless another of the same judge holds.
    std::optional<RefusedDecision> refused;
    scoring::Score score;  ///< with the adjustments decided on this revision
    std::vector<scoring::EvidenceProblem> problems;
    std::vector<PhotoFiles> files;               ///< one for each photo of the inspection
    std::optional<domain::Inspection> lastTime;  ///< of the same subject by the same kind of sheet
    std::vector<PhotoFiles> lastFiles;
    int photosOnHub = 0;
    evidence::WatermarkFacts watermark;
    std::vector<evidence::ChainFault> chainFaults;  ///< of the newest revision

    const domain::Inspection& inspection() const { return history.revisions.back().inspection; }
};

/// Empty when the tablet does not have the inspection or its sheet. `mediaFolder` is where photos
/// lie. On the core thread.
std::optional<ReviewSheet> readReviewSheet(SQLite::Database& db,
                                           const domain::InspectionId& inspection,
                                           const std::string& mediaFolder);

/// One item that differs between two revisions, or what belongs to no item (no code).
struct ItemChange {
    std::string itemCode;
    std::string title;
    domain::AnswerState oldState = domain::AnswerState::unanswered;
    domain::AnswerState newState = domain::AnswerState::unanswered;
    base::Points oldPoints;
    base::Points newPoints;
    int oldFindings = 0;
    int newFindings = 0;
    int oldPhotos = 0;
    int newPhotos = 0;
    std::vector<std::string> details;  ///< what else is different, a sentence each

    bool operator==(const ItemChange&) const = default;
};

/// What the newer revision says differently, in the sheet's order. Pure.
std::vector<ItemChange> changesBetween(const domain::Checklist& sheet,
                                       const domain::Inspection& older,
                                       const domain::Inspection& newer);

}  // namespace viewmodels
