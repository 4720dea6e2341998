#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/appeal.h"
#include "core/domain/rectification.h"
#include "sync/hub/store/log.h"

// Putting right and appeals, folded from the log like projections.h.
namespace hub {

/// One task as its steps say.
struct RectificationRow {
    domain::FindingId finding;
    domain::InspectionId inspection;
    domain::CampaignId campaign;
    Concerns concerns;
    domain::RectificationState state = domain::RectificationState::waiting;
    std::int64_t dueMs = 0;
    std::string reporter;     ///< of the newest report
    domain::RecordId report;  ///< the newest report; empty before the first
    domain::RecordId lastStep;
};
std::optional<RectificationRow> findRectification(Connection& connection,
                                                  const domain::FindingId& finding);
/// Those issued from one inspection, by finding.
std::vector<RectificationRow> rectificationsOf(Connection& connection,
                                               const domain::InspectionId& inspection);
/// How many photos of the newest report have not arrived.
int afterPhotosMissing(Connection& connection, const RectificationRow& task);
/// True when the task already shows these bytes, before or after.
bool showsPhoto(Connection& connection, const domain::FindingId& finding,
                const domain::Sha256& sha256);
/// True when an issued task of one of these villages shows these bytes, large or small.
bool isInRectificationOf(Connection& connection, const std::vector<std::string>& villages,
                         const domain::Sha256& sha256);

void foldRectification(Connection& connection, const domain::Record& record,
                       const Concerns& concerns, const domain::RectificationStep& step);

struct AppealRow {
    domain::RecordId record;
    domain::InspectionId inspection;
    std::string item;
    domain::RecordId answeredBy;  ///< empty while it waits
};
std::optional<AppealRow> findAppeal(Connection& connection, const domain::RecordId& record);
/// The one about this item that waits for an answer.
std::optional<AppealRow> openAppeal(Connection& connection, const domain::InspectionId& inspection,
                                    const std::string& item);
void foldAppeal(Connection& connection, const domain::RecordId& record,
                const domain::Appeal& appeal);

}  // namespace hub
