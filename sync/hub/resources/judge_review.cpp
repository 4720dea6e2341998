#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/domain/word_text.h"
#include "core/flags/flags.h"
#include "core/scoring/adjustments.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/scope.h"
#include "sync/hub/store/stored.h"

namespace hub {

namespace {
std::optional<Refusal> judgeAdjustments(Connection& connection, const domain::Review& review,
                                        const InspectionRow& inspection)
{
    if (review.decision == domain::Decision::adjust && review.adjustments.empty())
        return quarantine("review.adjustments", "调整分数时没有写调整哪一项", "body.adjustments");
    if (review.adjustments.empty()) return std::nullopt;
    const auto sheet = findChecklist(connection, inspection.kind, inspection.version);
    const auto checked =
        scoring::checkAdjustments(sheet ? *sheet : domain::Checklist(), review.adjustments);
    if (checked) return std::nullopt;
    return quarantine(checked.error().code, checked.error().message, checked.error().where);
}

std::optional<Refusal> judgeText(const domain::Review& review)
{
    const bool needsReason = review.decision == domain::Decision::sendBack ||
                             review.decision == domain::Decision::voidIt || !review.appeal.empty();
    if (needsReason && review.comment.empty() && review.items.empty())
        return quarantine("review.comment", "退回、作废或答复申诉必须写原因", "body.comment");
    if (review.comment.size() > domain::limits::noteCharacters * 4)
        return quarantine("review.comment_long", "审核意见太长", "body.comment");
    return std::nullopt;
}

/// Who made such a decision about the newest revision.
std::optional<std::string> decisionBy(Connection& connection, const InspectionRow& inspection,
                                      domain::Decision decision)
{
    const Prepared query = connection.prepare(R"(
        SELECT reviewer FROM review WHERE inspection = ? AND revision = ? AND decision = ?)");
    query->bind(1, inspection.id.value);
    query->bind(2, inspection.revision);
    query->bind(3, domain::wordOf(decision));
    return query->executeStep() ? std::optional(query->getColumn(0).getString()) : std::nullopt;
}

/// Of what leaves an inspection open: a veto is confirmed once, and points that somebody adjusted
/// are theirs to adjust again, nobody else's.
bool isTaken(Connection& connection, const InspectionRow& inspection, const domain::Review& review)
{
    if (review.decision != domain::Decision::adjust &&
        review.decision != domain::Decision::confirmVeto)
        return false;
    const auto by = decisionBy(connection, inspection, review.decision);
    return by && (review.decision == domain::Decision::confirmVeto || *by != review.reviewer.value);
}

bool isVetoed(Connection& connection, const InspectionRow& row)
{
    const auto bytes = recordBytes(connection, row.record);
    const auto sheet = findChecklist(connection, row.kind, row.version);
    return bytes && sheet &&
           domain::hasVeto(
               *sheet,
               stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body)));
}

/// 一票否决: one confirms, another approves.
std::optional<Refusal> judgeVeto(Connection& connection, const domain::Review& review,
                                 const InspectionRow& inspection)
{
    const bool confirms = review.decision == domain::Decision::confirmVeto;
    if (!confirms && review.decision != domain::Decision::approve) return std::nullopt;
    const bool vetoed = isVetoed(connection, inspection);
    if (confirms && !vetoed)
        return quarantine("review.no_veto", "这份检查没有一票否决", "body.decision");
    if (confirms || !vetoed) return std::nullopt;
    const auto first = decisionBy(connection, inspection, domain::Decision::confirmVeto);
    if (!first || *first == review.reviewer.value)
        return conflict("review.second_person", "有一票否决，须由一人确认、另一人通过",
                        inspection.decidedBy.empty() ? inspection.record : inspection.decidedBy);
    return std::nullopt;
}

/// The answer to an appeal: one more decision about an approved inspection.
std::optional<Refusal> judgeAnswer(Connection& connection, const domain::Review& review,
                                   const InspectionRow& inspection)
{
    const auto appeal = findAppeal(connection, review.appeal);
    if (!appeal || appeal->inspection != review.inspection)
        return quarantine("review.appeal", "服务器没有这份申诉", "body.appeal");
    if (!appeal->answeredBy.empty())
        return conflict("review.decided", "这份申诉已有人答复，以先到的为准", appeal->answeredBy);
    if (inspection.state != domain::InspectionState::approved)
        return conflict("review.decided", "检查不在已通过状态", inspection.decidedBy);
    const bool stands = review.decision == domain::Decision::approve && review.adjustments.empty();
    const bool right = review.decision == domain::Decision::adjust &&
                       review.adjustments.size() == 1 &&
                       review.adjustments.front().itemCode == appeal->item;
    if (!stands && !right)
        return quarantine("review.appeal_answer", "答复只能维持，或调整被申诉的那一项",
                          "body.decision");
    return std::nullopt;
}

/// What came before at the same place, as a supervisor's tablet sees it: what a 回头看 looks back
/// at, else the newest approved one, else the newest that was not voided.
std::optional<InspectionRow> before(Connection& connection, const InspectionRow& row)
{
    if (!row.parent.empty()) return findInspection(connection, row.parent);
    return lastInspection(connection, row);
}

domain::Inspection newest(Connection& connection, const InspectionRow& row)
{
    const auto bytes = recordBytes(connection, row.record);
    if (!bytes) throw std::runtime_error("the log has no record " + row.record.value);
    return stored(domain::inspectionFromJson(stored(domain::recordFromJson(*bytes)).body));
}

/// 批量通过: only what nothing speaks against. That an inspector's mean is far off shows in all
/// inspections together and moves with each; the supervisor's tablet holds that.
std::optional<Refusal> judgeBulk(Connection& connection, const domain::Review& review,
                                 const InspectionRow& row)
{
    if (!review.bulk) return std::nullopt;
    if (review.decision != domain::Decision::approve || !review.adjustments.empty() ||
        !review.appeal.empty())
        return quarantine("review.bulk", "批量处理只能是通过", "body.bulk");
    const auto sheet = findChecklist(connection, row.kind, row.version);
    const auto campaign = findCampaign(connection, row.campaign.value);
    const domain::Inspection inspection = newest(connection, row);
    const domain::CaptureSettings capture =
        campaign ? campaign->capture : domain::CaptureSettings();
    bool flagged = !sheet || flags::flagsOf(inspection, *sheet, capture.accuracyLimitM) != 0;
    if (!flagged)
        if (const auto last = before(connection, row))
            flagged = flags::isFarFromLast(*sheet, inspection, newest(connection, *last));
    if (flagged)
        return conflict("review.flagged", "这份检查有疑点，不能批量通过，请打开看过再决定",
                        row.record);
    return std::nullopt;
}

std::optional<Refusal> judgeState(Connection& connection, const domain::Review& review,
                                  const InspectionRow& inspection)
{
    if (review.revision != inspection.revision)
        return conflict("review.not_newest", "检查已有更新的一版，请按新版审核", inspection.record);
    if (!review.appeal.empty()) return judgeAnswer(connection, review, inspection);
    const bool open = inspection.state == domain::InspectionState::submitted;
    if (!open || isTaken(connection, inspection, review))
        return conflict("review.decided", "这一版已经有人审核过，以先到的为准",
                        inspection.decidedBy);
    if (auto refusal = judgeVeto(connection, review, inspection)) return refusal;
    if (review.decision != domain::Decision::approve) return std::nullopt;
    const int missing = photosMissing(connection, inspection);
    if (missing > 0)
        return conflict("review.photos_missing",
                        fmt::format("还有 {} 张照片没有送达，到齐后再通过", missing),
                        inspection.record);
    return std::nullopt;
}
}  // namespace

std::optional<Refusal> judgeReview(Connection& connection, const domain::User& reviewer,
                                   const domain::Review& review, Concerns& concerns)
{
    const auto inspection = findInspection(connection, review.inspection);
    if (!inspection)
        return quarantine("review.inspection", "服务器没有被审核的检查", "body.inspection");
    if (!mayReview(reviewer, inspection->concerns))
        return quarantine("review.forbidden", "没有权限审核这个村的检查", "author");
    if (inspection->concerns.owner == reviewer.id.value)
        return quarantine("review.own", "不能审核自己的检查", "author");
    const bool adjusts = review.decision == domain::Decision::adjust || !review.adjustments.empty();
    if (adjusts && !domain::adjustsPoints(reviewer))
        return quarantine("review.adjust_forbidden", "没有调整分数的权限", "author");
    concerns = inspection->concerns;
    if (auto refusal = judgeText(review)) return refusal;
    if (auto refusal = judgeState(connection, review, *inspection)) return refusal;
    if (auto refusal = judgeBulk(connection, review, *inspection)) return refusal;
    return judgeAdjustments(connection, review, *inspection);
}

}  // namespace hub
