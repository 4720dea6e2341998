#include <fmt/format.h>

#include <algorithm>

#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "core/domain/region.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/resources/mending.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/scope.h"
#include "sync/hub/store/stored.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
using domain::RectificationAction;

constexpr std::size_t photosPerReport = 20;

std::optional<Refusal> judgeWords(const domain::RectificationStep& step)
{
    const bool needsComment =
        step.action == RectificationAction::sendBack || step.action == RectificationAction::cancel;
    if (needsComment && step.comment.empty())
        return quarantine("rectification.comment", "退回或撤销必须写原因", "body.comment");
    if (step.comment.size() > domain::limits::noteCharacters * 4)
        return quarantine("rectification.comment_long", "说明太长", "body.comment");
    if ((step.action == RectificationAction::issue) != step.notice.has_value())
        return quarantine("rectification.notice", "只有下发才带整改内容", "body.notice");
    if ((step.action == RectificationAction::report) == step.photos.empty())
        return quarantine("rectification.photos", "反馈要有照片，别的步骤没有", "body.photos");
    return std::nullopt;
}

bool isSame(domain::RectificationNotice asked, const domain::RectificationNotice& need)
{
    asked.number = need.number;
    asked.responsible = need.responsible;
    asked.dueAtMs = need.dueAtMs;
    return asked == need;
}

/// A tablet reads its clock once for the deadline and once for the record.
constexpr std::int64_t clockReadingsApartMs = 60'000;

bool isDeadlineOfCampaign(Connection& connection, const domain::Record& record,
                          const domain::RectificationNotice& notice)
{
    const auto campaign = findCampaign(connection, notice.campaign.value);
    const std::int64_t due =
        domain::dueAtMs(campaign ? campaign->rectification : domain::RectificationSettings(),
                        notice.severity, record.createdAtMs);
    return notice.dueAtMs <= due && due - notice.dueAtMs <= clockReadingsApartMs;
}

std::optional<Refusal> judgeIssue(Connection& connection, const domain::User& by,
                                  const domain::Record& record,
                                  const domain::RectificationStep& step, Concerns& concerns)
{
    const auto inspection = findInspection(connection, step.inspection);
    if (!inspection)
        return quarantine("rectification.inspection", "服务器没有这次检查", "body.inspection");
    concerns = inspection->concerns;
    if (!mayReview(by, concerns))
        return quarantine("rectification.forbidden", "没有权限下发这个村的整改", "author");
    if (const auto task = findRectification(connection, step.finding))
        return conflict("rectification.moved", "这项整改已经下发过，以先到的为准", task->lastStep);
    if (inspection->state != domain::InspectionState::approved)
        return conflict("rectification.not_approved", "检查没有通过审核，不能下发整改",
                        inspection->decidedBy.empty() ? inspection->record : inspection->decidedBy);
    const auto needs = rectificationNeeds(connection, *inspection);
    const auto need = std::ranges::find(needs, step.finding, &domain::RectificationNeed::finding);
    if (need == needs.end())
        return quarantine("rectification.no_need", "这处扣分不要求整改", "body.finding");
    if (!isSame(*step.notice, need->notice))
        return quarantine("rectification.notice", "整改内容与检查记录不同", "body.notice");
    if (!isDeadlineOfCampaign(connection, record, *step.notice))
        return quarantine("rectification.due", "整改期限与批次的规定不同", "body.notice.dueAtMs");
    return std::nullopt;
}

bool mayMend(Connection& connection, const domain::User& by, const RectificationRow& task)
{
    if (by.role == domain::Role::villageContact)
        return std::ranges::any_of(by.scope, [&](const domain::RegionCode& code) {
            return code.value == task.concerns.village || code.value == task.concerns.town;
        });
    if (by.role != domain::Role::inspector) return false;
    if (task.concerns.owner == by.id.value) return true;
    const auto inspection = findInspection(connection, task.inspection);
    return inspection &&
           isAssigned(connection, by.id, task.campaign, {task.concerns.village}, inspection->kind);
}

std::optional<Refusal> judgeReport(Connection& connection, const domain::RectificationStep& step)
{
    if (step.photos.size() > photosPerReport)
        return quarantine("rectification.photos_too_many", "一次反馈最多 20 张照片", "body.photos");
    for (std::size_t i = 0; i < step.photos.size(); ++i) {
        const domain::PhotoEntry& photo = step.photos[i];
        const std::string where = fmt::format("body.photos[{}]", i);
        if (!protocol::isSha256(photo.sha256.value) || photo.bytes <= 0 ||
            photo.bytes > static_cast<std::int64_t>(domain::limits::photoBytes) ||
            (!photo.thumbSha256.empty() &&
             (!protocol::isSha256(photo.thumbSha256.value) || photo.thumbBytes <= 0 ||
              photo.thumbBytes > static_cast<std::int64_t>(domain::limits::thumbnailBytes))))
            return quarantine("rectification.photo", "照片的校验值或大小有误", where);
        if (showsPhoto(connection, step.finding, photo.sha256))
            return quarantine("rectification.photo_reused", "整改照片与以前的照片是同一张", where);
    }
    return std::nullopt;
}

std::optional<Refusal> judgeStep(Connection& connection, const domain::User& by,
                                 const domain::RectificationStep& step, Concerns& concerns)
{
    const auto task = findRectification(connection, step.finding);
    if (!task || task->inspection != step.inspection)
        return quarantine("rectification.unknown", "服务器没有下发过这项整改", "body.finding");
    concerns = task->concerns;
    const bool forVillage =
        step.action == RectificationAction::start || step.action == RectificationAction::report;
    if (forVillage ? !mayMend(connection, by, *task) : !mayReview(by, concerns))
        return quarantine("rectification.forbidden", "没有权限处理这个村的整改", "author");
    if (step.after != task->lastStep || !domain::after(task->state, step.action))
        return conflict("rectification.moved", "这项整改已有别人处理，以先到的为准",
                        task->lastStep);
    if (step.action == RectificationAction::report) return judgeReport(connection, step);
    if (step.action != RectificationAction::accept) return std::nullopt;
    if (task->reporter == by.id.value)
        return quarantine("rectification.own", "不能复查自己反馈的整改", "author");
    if (const int missing = afterPhotosMissing(connection, *task); missing > 0)
        return conflict("rectification.photos_missing",
                        fmt::format("还有 {} 张整改照片没有送达，到齐后再通过", missing),
                        task->lastStep);
    return std::nullopt;
}
}  // namespace

std::optional<Refusal> judgeRectification(Connection& connection, const domain::User& by,
                                          const domain::Record& record,
                                          const domain::RectificationStep& step, Concerns& concerns)
{
    if (auto refusal = judgeWords(step)) return refusal;
    return step.action == RectificationAction::issue
               ? judgeIssue(connection, by, record, step, concerns)
               : judgeStep(connection, by, step, concerns);
}

}  // namespace hub
