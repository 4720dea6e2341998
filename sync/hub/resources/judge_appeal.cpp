#include <algorithm>

#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/scope.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
bool mayAppeal(const domain::User& by, const Concerns& concerns)
{
    if (mayReview(by, concerns)) return true;
    return by.role == domain::Role::villageContact &&
           std::ranges::any_of(by.scope, [&](const domain::RegionCode& code) {
               return code.value == concerns.village || code.value == concerns.town;
           });
}

/// When the inspection was approved, by the hub's own clock.
std::int64_t approvedAtMs(Connection& connection, const InspectionRow& inspection)
{
    const Prepared query = connection.prepare(R"(
        SELECT ev.received_ms FROM review JOIN ev ON ev.record = review.record
        WHERE inspection = ? AND revision = ? AND decision = 'approve' AND appeal = ''
        ORDER BY review.seq LIMIT 1)");
    query->bind(1, inspection.id.value);
    query->bind(2, inspection.revision);
    return query->executeStep() ? query->getColumn(0).getInt64() : 0;
}

/// When the village was told: a task that was issued later than the approval gives it that much
/// more time.
std::int64_t knownAtMs(Connection& connection, const InspectionRow& inspection,
                       const domain::FindingId& finding)
{
    const std::int64_t approved = approvedAtMs(connection, inspection);
    if (finding.empty()) return approved;
    const Prepared query = connection.prepare(
        "SELECT issued_ms FROM rectification WHERE finding = ? AND inspection = ?");
    query->bind(1, finding.value);
    query->bind(2, inspection.id.value);
    return query->executeStep() ? std::max(approved, query->getColumn(0).getInt64()) : approved;
}

/// The item must have been judged, and something must be lost in it.
bool isDeducted(Connection& connection, const InspectionRow& row, const domain::Appeal& appeal)
{
    const auto bytes = recordBytes(connection, row.record);
    if (!bytes) return false;
    const auto inspection =
        stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body));
    const auto answer =
        std::ranges::find(inspection.answers, appeal.itemCode, &domain::Answer::itemCode);
    if (answer == inspection.answers.end()) return false;
    if (appeal.finding.empty()) return true;
    return std::ranges::find(answer->findings, appeal.finding, &domain::Finding::id) !=
           answer->findings.end();
}
}  // namespace

std::optional<Refusal> judgeAppeal(Connection& connection, const domain::User& by,
                                   const domain::Record& record, const domain::Appeal& appeal,
                                   Concerns& concerns)
{
    const auto inspection = findInspection(connection, appeal.inspection);
    if (!inspection)
        return quarantine("appeal.inspection", "服务器没有这次检查", "body.inspection");
    concerns = inspection->concerns;
    if (!mayAppeal(by, concerns))
        return quarantine("appeal.forbidden", "没有权限为这个村申诉", "author");
    if (appeal.reason.empty() || appeal.reason.size() > domain::limits::noteCharacters * 4)
        return quarantine("appeal.reason", "申诉要写明理由，最多 2000 字", "body.reason");
    if (appeal.revision != inspection->revision ||
        inspection->state != domain::InspectionState::approved)
        return conflict("appeal.not_approved", "只能对已通过的那一版提出申诉", inspection->record);
    if (!isDeducted(connection, *inspection, appeal))
        return quarantine("appeal.item", "检查里没有被申诉的这一项", "body.item");
    if (const auto open = openAppeal(connection, appeal.inspection, appeal.itemCode))
        return conflict("appeal.open", "这一项已有申诉在等答复", open->record);
    const auto campaign = findCampaign(connection, inspection->campaign.value);
    const std::int64_t until =
        domain::appealUntilMs(campaign ? campaign->rectification : domain::RectificationSettings(),
                              knownAtMs(connection, *inspection, appeal.finding));
    if (record.createdAtMs > until)
        return quarantine("appeal.late", "已过申诉截止时间", "createdAtMs");
    return std::nullopt;
}

}  // namespace hub
