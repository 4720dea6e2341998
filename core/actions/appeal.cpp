#include "core/actions/appeal.h"

#include <algorithm>

#include "core/actions/review.h"
#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/store/appeals.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace actions {

namespace {
struct Contested {
    domain::RegionCode village;
    domain::CampaignId campaign;
    std::int64_t decidedAtMs = 0;
};

/// From the approved inspection, or on a contact's tablet from the task that was issued for it.
std::optional<Contested> contested(Context& context, const domain::InspectionId& inspection,
                                   const std::string& itemCode)
{
    if (const auto history = store::Records(context.db).history(inspection)) {
        if (history->head.state != domain::InspectionState::approved) return std::nullopt;
        Contested found{history->head.village, history->head.campaign, 0};
        for (const store::ReviewRow& row : history->reviews)
            if (!row.refused && row.review.appeal.empty()) found.decidedAtMs = row.createdAtMs;
        return found;
    }
    for (const store::RectificationTask& task : store::Rectifications(context.db).list({}))
        if (task.inspection == inspection && task.notice.itemCode == itemCode)
            return Contested{task.notice.village, task.notice.campaign, task.issuedAtMs};
    return std::nullopt;
}

base::Result<void> mayRaise(const domain::User& user, const domain::RegionCode& village)
{
    using domain::Role;
    if (user.role != Role::villageContact && user.role != Role::supervisor &&
        user.role != Role::chief)
        return base::fail("appeal.role", "申诉由村里提出，或由主管代为登记");
    const domain::RegionCode town = domain::townOf(village);
    if (user.role != Role::chief && std::ranges::find(user.scope, village) == user.scope.end() &&
        std::ranges::find(user.scope, town) == user.scope.end())
        return base::fail("appeal.scope", "这个村不在您的范围内");
    return {};
}

std::int64_t lastMoment(Context& context, const Contested& contested)
{
    const auto campaign = store::Reference(context.db).campaign(contested.campaign);
    return domain::appealUntilMs(
        campaign ? campaign->rectification : domain::RectificationSettings(),
        contested.decidedAtMs);
}

base::Result<void> isTimely(Context& context, const Contested& contested)
{
    if (context.clock.wallMs() > lastMoment(context, contested))
        return base::fail("appeal.late", "已过申诉截止时间，不能再提出");
    return {};
}
}  // namespace

base::Result<domain::RecordId> raiseAppeal(Context& context, domain::Appeal appeal)
{
    return transact(context, [&]() -> base::Result<domain::RecordId> {
        const auto enrolment = store::Identity(context.db).enrolment();
        if (!enrolment) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
        if (appeal.reason.empty()) return base::fail("appeal.reason", "请写明申诉的理由");
        const auto what = contested(context, appeal.inspection, appeal.itemCode);
        if (!what) return base::fail("appeal.unknown", "只能对已通过的扣分提出申诉");
        for (const auto& checked :
             {mayRaise(enrolment->user, what->village), isTimely(context, *what)})
            if (!checked) return tl::unexpected(checked.error());
        for (const store::AppealRow& row : store::Appeals(context.db).of(appeal.inspection))
            if (!row.answer && row.appeal.itemCode == appeal.itemCode)
                return base::fail("appeal.open", "这一项已有申诉在等答复");
        appeal.by = enrolment->user.id;
        const auto record =
            appendRecord(context, domain::RecordKind::appeal, domain::canonicalJson(appeal));
        if (!record) return tl::unexpected(record.error());
        return record->id;
    });
}

base::Result<std::int64_t> appealUntil(Context& context, const domain::InspectionId& inspection,
                                       const std::string& itemCode)
{
    return reading([&]() -> base::Result<std::int64_t> {
        const auto what = contested(context, inspection, itemCode);
        if (!what) return base::fail("appeal.unknown", "只能对已通过的扣分提出申诉");
        return lastMoment(context, *what);
    });
}

base::Result<domain::RecordId> answerAppeal(Context& context, const domain::RecordId& id,
                                            std::optional<base::Points> points,
                                            const std::string& reason)
{
    const auto found = reading([&]() -> base::Result<std::optional<store::AppealRow>> {
        return store::Appeals(context.db).find(id);
    });
    if (!found) return tl::unexpected(found.error());
    if (!*found) return base::fail("appeal.unknown", "没有这份申诉，请刷新后再试");
    if ((*found)->answer) return base::fail("appeal.decided", "这份申诉已有答复，请刷新");
    const domain::Appeal& appeal = (*found)->appeal;
    domain::Review review;
    review.inspection = appeal.inspection;
    review.revision = appeal.revision;
    review.decision = points ? domain::Decision::adjust : domain::Decision::approve;
    review.comment = reason;
    review.appeal = id;
    if (points) review.adjustments.push_back({appeal.itemCode, *points, reason});
    return decideReview(context, std::move(review));
}

}  // namespace actions
