#include "core/actions/rectification.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/actions/clocks_before.h"
#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"
#include "core/store/shots.h"

namespace actions {

namespace {
using domain::RectificationAction;
using domain::Role;
using store::RectificationTask;

constexpr std::size_t photosPerReport = 20;

bool isForVillage(RectificationAction action)
{
    return action == RectificationAction::start || action == RectificationAction::report;
}

bool holds(const domain::User& user, const domain::RegionCode& village)
{
    return std::ranges::find(user.scope, village) != user.scope.end() ||
           std::ranges::find(user.scope, domain::townOf(village)) != user.scope.end();
}

base::Result<void> mayStep(const domain::User& user, RectificationAction action,
                           const domain::RegionCode& village)
{
    const bool reviews = user.role == Role::supervisor || user.role == Role::chief;
    const bool mends = user.role == Role::villageContact || user.role == Role::inspector;
    if (isForVillage(action) ? !mends : !reviews)
        return base::fail("rectification.role", isForVillage(action)
                                                    ? "整改由村里或检查员反馈，主管只下发和复查"
                                                    : "只有主管可以下发、复查和销号");
    const bool scoped = user.role == Role::supervisor || user.role == Role::villageContact;
    if (scoped && !holds(user, village))
        return base::fail("rectification.scope", "这个村不在您的范围内");
    return {};
}

base::Result<RectificationTask> taskFor(Context& context, const domain::FindingId& finding,
                                        RectificationAction action)
{
    const auto enrolment = store::Identity(context.db).enrolment();
    if (!enrolment) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
    auto task = store::Rectifications(context.db).find(finding);
    if (!task) return base::fail("rectification.unknown", "没有这项整改，请刷新后再试");
    const auto may = mayStep(enrolment->user, action, task->notice.village);
    if (!may) return tl::unexpected(may.error());
    if (!domain::after(task->state, action))
        return base::fail("rectification.state", "这项整改已有新的进展，请刷新后再看");
    return std::move(*task);
}

base::Result<domain::RecordId> append(Context& context, domain::RectificationStep step)
{
    step.by = store::Identity(context.db).enrolment()->user.id;
    const auto record =
        appendRecord(context, domain::RecordKind::rectification, domain::canonicalJson(step));
    if (!record) return tl::unexpected(record.error());
    return record->id;
}

/// What the newest report's photos still miss on the hub, and who reported.
base::Result<void> mayAccept(Context& context, const RectificationTask& task)
{
    const auto steps = store::Rectifications(context.db).steps(task.finding);
    const auto report = std::find_if(steps.rbegin(), steps.rend(), [](const auto& row) {
        return !row.refused && row.step.action == RectificationAction::report;
    });
    if (report == steps.rend()) return {};
    if (report->step.by == store::Identity(context.db).enrolment()->user.id)
        return base::fail("rectification.own", "不能复查自己反馈的整改");
    const store::Records records(context.db);
    const auto missing = std::ranges::count_if(
        report->step.photos, [&](const auto& photo) { return !records.isOnHub(photo.sha256); });
    if (missing > 0)
        return base::fail("rectification.photos_missing",
                          fmt::format("还有 {} 张整改照片没有到齐，到齐后才能通过", missing));
    return {};
}

base::Result<void> addReport(Context& context, domain::RectificationStep& step)
{
    store::Rectifications rectifications(context.db);
    step.photos = rectifications.draftPhotos(step.finding);
    if (step.photos.empty())
        return base::fail("rectification.no_photo", "请先在同一位置拍一张整改后的照片");
    rectifications.clearDraft(step.finding);
    return {};
}

base::Result<void> issueOne(Context& context, const domain::FindingId& finding,
                            const std::string& number, const std::string& responsible)
{
    auto task = taskFor(context, finding, RectificationAction::issue);
    if (!task) return tl::unexpected(task.error());
    const store::Reference reference(context.db);
    const auto campaign = reference.campaign(task->notice.campaign);
    domain::RectificationStep step;
    step.inspection = task->inspection;
    step.finding = finding;
    step.notice = task->notice;
    step.notice->number = number;
    step.notice->responsible =
        responsible.empty() ? reference.regionName(task->notice.village) : responsible;
    step.notice->dueAtMs =
        domain::dueAtMs(campaign ? campaign->rectification : domain::RectificationSettings(),
                        step.notice->severity, context.clock.wallMs());
    const auto record = append(context, std::move(step));
    if (!record) return tl::unexpected(record.error());
    return {};
}

void addFile(Context& context, const domain::FindingId& finding, const domain::Sha256& sha256,
             store::MediaKind kind, std::int64_t bytes)
{
    if (sha256.empty() || bytes <= 0) return;
    store::MediaItem item;
    item.sha256 = sha256;
    item.kind = kind;
    item.bytes = bytes;
    item.inspection = {finding.value};  // sent once the step that names it is on the hub
    item.createdAtMs = context.clock.wallMs();
    if (kind == store::MediaKind::original) item.state = store::MediaState::kept;
    store::Media(context.db).add(item);
}
}  // namespace

base::Result<void> issueRectifications(Context& context,
                                       const std::vector<domain::FindingId>& findings,
                                       const std::string& number, const std::string& responsible)
{
    return transact(context, [&]() -> base::Result<void> {
        for (const domain::FindingId& finding : findings)
            if (auto issued = issueOne(context, finding, number, responsible); !issued)
                return issued;
        return {};
    });
}

base::Result<domain::RecordId> stepRectification(Context& context, const domain::FindingId& finding,
                                                 RectificationAction action,
                                                 const std::string& comment)
{
    return transact(context, [&]() -> base::Result<domain::RecordId> {
        const auto task = taskFor(context, finding, action);
        if (!task) return tl::unexpected(task.error());
        domain::RectificationStep step;
        step.inspection = task->inspection;
        step.finding = finding;
        step.action = action;
        step.after = task->lastStep;
        step.comment = comment;
        const bool needsComment =
            action == RectificationAction::sendBack || action == RectificationAction::cancel;
        if (needsComment && comment.empty())
            return base::fail("rectification.comment", "请写明退回或撤销的原因");
        base::Result<void> ready;
        if (action == RectificationAction::report) ready = addReport(context, step);
        if (action == RectificationAction::accept) ready = mayAccept(context, *task);
        if (!ready) return tl::unexpected(ready.error());
        return append(context, std::move(step));
    });
}

base::Result<void> enterAfterPhoto(Context& context, const domain::FindingId& finding,
                                   const domain::PhotoEntry& entry, std::int64_t originalBytes)
{
    return transact(context, [&]() -> base::Result<void> {
        const auto task = taskFor(context, finding, RectificationAction::report);
        if (!task) return tl::unexpected(task.error());
        store::Rectifications rectifications(context.db);
        if (rectifications.draftPhotos(finding).size() >= photosPerReport)
            return base::fail("photo.too_many", "一次整改反馈最多 20 张照片");
        domain::PhotoEntry own = entry;
        own.itemCode = task->notice.itemCode;
        own.finding = finding;
        own.clocks.doubtful |= evidence::isTimeDoubtful(own.clocks, clocksBefore(context));
        rectifications.addDraftPhoto(finding, own);
        addFile(context, finding, own.sha256, store::MediaKind::photo, own.bytes);
        addFile(context, finding, own.thumbSha256, store::MediaKind::thumb, own.thumbBytes);
        addFile(context, finding, own.originalSha256, store::MediaKind::original, originalBytes);
        store::Shots(context.db).remove(entry.id);
        return {};
    });
}

base::Result<void> dropAfterPhoto(Context& context, const domain::PhotoId& photo)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Rectifications rectifications(context.db);
        const auto finding = rectifications.draftOfPhoto(photo);
        if (!finding) return base::fail("photo.unknown", "这张照片已不在这次反馈里");
        for (const domain::PhotoEntry& entry : rectifications.draftPhotos(*finding))
            if (entry.id == photo) {
                store::Media(context.db).putWanted(entry.sha256, false);
                store::Media(context.db).putWanted(entry.thumbSha256, false);
            }
        rectifications.removeDraftPhoto(photo);
        return {};
    });
}

base::Result<int> lookForRectifications(Context& context, std::size_t limit)
{
    return transact(context, [&]() -> base::Result<int> {
        store::Rectifications rectifications(context.db);
        const store::Records records(context.db);
        const store::Reference reference(context.db);
        int looked = 0;
        for (const domain::InspectionId& id : rectifications.toLookThrough(limit)) {
            const auto history = records.history(id);
            if (!history) continue;
            const domain::Inspection& inspection = history->revisions.back().inspection;
            const auto sheet =
                reference.checklist(inspection.checklist.kind, inspection.checklist.version);
            if (!sheet) continue;
            std::vector<domain::Adjustment> adjustments;
            for (const store::ReviewRow& row : history->reviews)
                if (!row.refused && row.review.revision == inspection.revision)
                    adjustments.insert(adjustments.end(), row.review.adjustments.begin(),
                                       row.review.adjustments.end());
            rectifications.putWaiting(id,
                                      domain::rectificationNeeds(*sheet, inspection, adjustments));
            ++looked;
        }
        return looked;
    });
}

}  // namespace actions
