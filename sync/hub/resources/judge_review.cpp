#include <fmt/format.h>

#include <algorithm>

#include "core/domain/limits.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/scope.h"

namespace hub {

namespace {
std::optional<Refusal> judgeAdjustments(Connection& connection, const domain::Review& review,
                                        const InspectionRow& inspection)
{
    if (review.decision == domain::Decision::adjust && review.adjustments.empty())
        return quarantine("review.adjustments", "调整分数时没有写调整哪一项", "body.adjustments");
    if (review.adjustments.empty()) return std::nullopt;
    const auto sheet = findChecklist(connection, inspection.kind, inspection.version);
    for (std::size_t i = 0; i < review.adjustments.size(); ++i) {
        const domain::Adjustment& adjustment = review.adjustments[i];
        const std::string where = fmt::format("body.adjustments[{}]", i);
        const domain::Item* item = sheet ? domain::findItem(*sheet, adjustment.itemCode) : nullptr;
        if (item == nullptr)
            return quarantine("review.item", "检查表没有这一项：" + adjustment.itemCode, where);
        const base::Points most = std::max(item->max, sheet->bonusCap);
        if (adjustment.points < base::Points{} || adjustment.points > most)
            return quarantine("review.points", "调整后的分数超出该项范围", where);
        if (adjustment.reason.empty())
            return quarantine("review.reason", "调整分数必须写原因", where);
    }
    return std::nullopt;
}

std::optional<Refusal> judgeText(const domain::Review& review)
{
    const bool needsReason = review.decision == domain::Decision::sendBack ||
                             review.decision == domain::Decision::voidIt;
    if (needsReason && review.comment.empty() && review.items.empty())
        return quarantine("review.comment", "退回或作废必须写原因", "body.comment");
    if (review.comment.size() > domain::limits::noteCharacters * 4)
        return quarantine("review.comment_long", "审核意见太长", "body.comment");
    return std::nullopt;
}

std::optional<Refusal> judgeState(Connection& connection, const domain::Review& review,
                                  const InspectionRow& inspection)
{
    if (review.revision != inspection.revision)
        return conflict("review.not_newest", "检查已有更新的一版，请按新版审核", inspection.record);
    const bool open = inspection.state == domain::InspectionState::submitted;
    const bool adjusted = open && !inspection.decidedBy.empty();
    if (!open || (adjusted && review.decision == domain::Decision::adjust))
        return conflict("review.decided", "这一版已经有人审核过，以先到的为准",
                        inspection.decidedBy);
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
    concerns = inspection->concerns;
    if (auto refusal = judgeText(review)) return refusal;
    if (auto refusal = judgeState(connection, review, *inspection)) return refusal;
    return judgeAdjustments(connection, review, *inspection);
}

}  // namespace hub
