#include "core/actions/review.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/actions/second_look.h"
#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/scoring/adjustments.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace actions {

namespace {
using domain::Decision;

base::Result<void> mayReview(const domain::User& user, const store::InspectionHead& head)
{
    if (user.role != domain::Role::supervisor && user.role != domain::Role::chief)
        return base::fail("review.role", "只有主管可以审核");
    if (user.id == head.inspector) return base::fail("review.own", "不能审核自己的检查");
    const domain::RegionCode town = domain::townOf(head.village);
    if (!user.scope.empty() && std::ranges::find(user.scope, town) == user.scope.end() &&
        std::ranges::find(user.scope, head.village) == user.scope.end())
        return base::fail("review.scope", "这个村不在您的审核范围内");
    return {};
}

base::Result<void> mayAdjust(const domain::User& user, const domain::Review& review)
{
    const bool adjusts = review.decision == Decision::adjust || !review.adjustments.empty();
    if (adjusts && !domain::adjustsPoints(user))
        return base::fail("review.adjust_forbidden", "您没有调整分数的权限，请交给有这个权限的人");
    return {};
}

/// The answer to an appeal is one more decision about what is approved already.
base::Result<void> isTimely(const domain::Review& review, const store::InspectionHead& head)
{
    if (!review.appeal.empty() && head.state != domain::InspectionState::approved)
        return base::fail("review.decided", "这份检查不在已通过状态，请刷新");
    if (!review.appeal.empty()) return {};
    if (review.revision != head.revision)
        return base::fail("review.not_newest", "检查员已提交新的一版，请看最新一版再决定");
    if (head.state != domain::InspectionState::submitted)
        return base::fail("review.decided", "这一版已有审核结果，请刷新");
    if (review.decision == Decision::approve && head.photosOnHub < head.photos)
        return base::fail(
            "review.photos_missing",
            fmt::format("还有 {} 张照片没有到齐，到齐后才能通过", head.photos - head.photosOnHub));
    return {};
}

base::Result<void> isReasoned(const domain::Review& review)
{
    const bool needsComment = review.decision == Decision::sendBack ||
                              review.decision == Decision::voidIt || !review.appeal.empty();
    if (needsComment && review.comment.empty() && review.items.empty())
        return base::fail("review.comment", "请写明原因");
    return {};
}

/// Within what the items can have, and by nobody after somebody else did.
base::Result<void> isInRange(Context& context, const domain::Review& review,
                             const domain::UserId& reviewer, const store::InspectionHead& head)
{
    const bool adjusts = review.decision == Decision::adjust;
    if (adjusts && review.adjustments.empty())
        return base::fail("review.adjustments", "调整分数时没有写调整哪一项");
    if (review.adjustments.empty()) return {};
    const auto sheet = store::Reference(context.db).checklist(head.kind, head.version);
    if (!sheet)
        return base::fail("inspection.sheet_missing", "本机没有这张检查表，请联网同步后再打开");
    if (const auto checked = scoring::checkAdjustments(*sheet, review.adjustments); !checked)
        return checked;
    if (!review.appeal.empty()) return {};
    const auto history = store::Records(context.db).history(review.inspection);
    for (const store::ReviewRow& row : history->reviews)
        if (!row.refused && row.review.revision == review.revision &&
            row.review.decision == Decision::adjust && row.review.reviewer != reviewer)
            return base::fail("review.decided", "别人已调整过这一版的分数，不能再调整");
    return {};
}

/// 一票否决须第二人确认.
base::Result<void> isConfirmed(Context& context, const domain::Review& review,
                               const domain::UserId& reviewer)
{
    if (!review.appeal.empty() ||
        (review.decision != Decision::approve && review.decision != Decision::confirmVeto))
        return {};
    const auto history = store::Records(context.db).history(review.inspection);
    const domain::Inspection& inspection = history->revisions.back().inspection;
    const auto sheet = store::Reference(context.db)
                           .checklist(inspection.checklist.kind, inspection.checklist.version);
    const bool vetoed = sheet && domain::hasVeto(*sheet, inspection);
    if (!vetoed && review.decision == Decision::confirmVeto)
        return base::fail("review.no_veto", "这份检查没有一票否决");
    const auto confirmed = std::ranges::find_if(history->reviews, [&](const store::ReviewRow& row) {
        return !row.refused && row.review.revision == review.revision &&
               row.review.decision == Decision::confirmVeto;
    });
    const bool isThere = confirmed != history->reviews.end();
    if (review.decision == Decision::confirmVeto && isThere)
        return base::fail("review.decided", "否决已有人确认，请另一人审核通过");
    if (vetoed && review.decision == Decision::approve && !isThere)
        return base::fail("review.second_person", "有一票否决，须先由一人确认否决，再由另一人通过");
    if (vetoed && isThere && confirmed->review.reviewer == reviewer)
        return base::fail("review.second_person", "否决是您确认的，须由另一人通过");
    return {};
}
base::Result<domain::RecordId> decide(Context& context, domain::Review review,
                                      SecondLook& secondLook)
{
    return transact(context, [&]() -> base::Result<domain::RecordId> {
        const auto enrolment = store::Identity(context.db).enrolment();
        if (!enrolment) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
        const auto head = store::Records(context.db).head(review.inspection);
        if (!head) return base::fail("inspection.unknown", "没有这次检查，请刷新后再试");
        review.reviewer = enrolment->user.id;
        for (const auto& checked :
             {mayReview(enrolment->user, *head), mayAdjust(enrolment->user, review),
              isTimely(review, *head), isReasoned(review),
              isInRange(context, review, enrolment->user.id, *head)})
            if (!checked) return tl::unexpected(checked.error());
        const auto confirmed = isConfirmed(context, review, enrolment->user.id);
        if (!confirmed) return tl::unexpected(confirmed.error());
        const auto unflagged = review.bulk ? secondLook.isUnflagged(*head) : base::Result<void>();
        if (!unflagged) return tl::unexpected(unflagged.error());
        const auto record =
            appendRecord(context, domain::RecordKind::review, domain::canonicalJson(review));
        if (!record) return tl::unexpected(record.error());
        return record->id;
    });
}

}  // namespace

base::Result<domain::RecordId> decideReview(Context& context, domain::Review review)
{
    SecondLook secondLook(context);
    return decide(context, std::move(review), secondLook);
}

base::Result<int> approveMany(Context& context, const std::vector<domain::Review>& reviews)
{
    SecondLook secondLook(context);
    int approved = 0;
    for (domain::Review review : reviews) {
        review.bulk = true;
        const auto decided = decide(context, std::move(review), secondLook);
        if (!decided && decided.error().code.starts_with("store."))
            return tl::unexpected(decided.error());
        approved += decided ? 1 : 0;
    }
    return approved;
}

}  // namespace actions
