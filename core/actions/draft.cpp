#include "core/actions/draft.h"

#include <algorithm>

#include "core/actions/transact.h"
#include "core/scoring/profile.h"
#include "core/store/draft_snapshots.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace actions {

namespace {
// The items that the profile asks, unanswered, in the sheet's order.
std::vector<domain::Answer> emptyAnswers(const domain::Checklist& sheet,
                                         const domain::Profile* profile)
{
    std::vector<domain::Answer> answers;
    for (const domain::Section& section : sheet.sections) {
        if (scoring::isExcluded(profile, section.code)) continue;
        for (const domain::Item& item : section.items) {
            domain::Answer answer;
            answer.itemCode = item.code;
            answers.push_back(std::move(answer));
        }
    }
    return answers;
}

bool isPartOf(const domain::RegionCode& subject, const domain::RegionCode& village)
{
    return subject == village || subject.value.starts_with(village.value + "-");
}

base::Result<domain::ChecklistRef> sheetOf(const domain::Campaign& campaign,
                                           const std::string& kind)
{
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (weighted.checklist.kind == kind) return weighted.checklist;
    return base::fail("checklist.not_in_campaign", "本批次没有这张评分表，请刷新后再试", kind);
}

base::Error otherOpen()
{
    return {"draft.other_open", "同一对象还有一份未完成的检查，请先完成或删除它", {}};
}

/// What a 回头看 looks back at; an empty inspection for any other check.
base::Result<domain::Inspection> parentOf(Context& context, const StartRequest& request,
                                          const domain::RegionCode& subject)
{
    if (request.parent.empty()) return domain::Inspection();
    const store::Records records(context.db);
    const auto head = records.head(request.parent);
    auto parent = records.newest(request.parent);
    if (!head || !parent) return base::fail("inspection.unknown", "没有这次检查，请刷新后再试");
    if (head->subject != subject || head->kind != request.kind)
        return base::fail("inspection.parent_other", "回头看的对象或检查表与原检查不同");
    if (head->state != domain::InspectionState::approved)
        return base::fail("inspection.parent_not_approved", "只能对审核通过的检查回头看");
    return std::move(*parent);
}

base::Result<domain::Inspection> newDraft(Context& context, const StartRequest& request,
                                          const domain::UserId& user)
{
    const store::Reference reference(context.db);
    const auto campaign = reference.campaign(request.campaign);
    if (!campaign) return base::fail("campaign.unknown", "没有这个批次，请刷新后再试");
    if (campaign->state != domain::CampaignState::published)
        return base::fail("campaign.closed", "批次“" + campaign->name + "”已结束，不能再开始检查");
    const auto ref = sheetOf(*campaign, request.kind);
    if (!ref) return tl::unexpected(ref.error());
    const auto sheet = reference.checklist(ref->kind, ref->version);
    if (!sheet)
        return base::fail("checklist.missing", "评分表还没有同步到本机，请联网后再试", ref->kind);
    if (!reference.isAssigned(user, request.campaign, request.village, request.kind))
        return base::fail("village.not_assigned", "这个村的这项检查没有分配给您，请联系管理员");
    const domain::RegionCode subject = request.subject.empty() ? request.village : request.subject;
    if (!isPartOf(subject, request.village))
        return base::fail("subject.elsewhere", "所选设施不属于这个村，请重新选择");
    const auto parent = parentOf(context, request, subject);
    if (!parent) return tl::unexpected(parent.error());
    const domain::Profile* profile =
        scoring::profileOf(*sheet, request.profile.empty() ? parent->profile : request.profile);
    if (!request.profile.empty() && (profile == nullptr || profile->code != request.profile))
        return base::fail("profile.unknown", "评分表没有这种类型，请重新选择", request.profile);
    domain::Inspection draft;
    draft.id = {context.ids.next()};
    draft.campaign = request.campaign;
    draft.checklist = *ref;
    draft.profile = profile != nullptr ? profile->code : std::string();
    draft.village = request.village;
    draft.subject = subject;
    draft.inspector = user;
    draft.startedAtMs = context.clock.wallMs();
    draft.zoneOffsetMinutes = request.zoneOffsetMinutes;
    draft.startFix = request.fix;
    draft.noFixReason = request.noFixReason;
    draft.parent = request.parent;
    draft.answers = emptyAnswers(*sheet, profile);
    return draft;
}

bool lists(const domain::Inspection& inspection, const domain::PhotoId& photo)
{
    const auto in = [&](const std::vector<domain::PhotoEntry>& entries) {
        return std::ranges::find(entries, photo, &domain::PhotoEntry::id) != entries.end();
    };
    return in(inspection.photos) || in(inspection.removedPhotos);
}

// The sheet's items that the earlier revision did not answer come back as unanswered.
void completeAnswers(const store::Reference& reference, domain::Inspection& draft)
{
    const auto sheet = reference.checklist(draft.checklist.kind, draft.checklist.version);
    if (!sheet) return;
    auto answers = emptyAnswers(*sheet, scoring::profileOf(*sheet, draft.profile));
    for (domain::Answer& answer : answers) {
        const auto given =
            std::ranges::find(draft.answers, answer.itemCode, &domain::Answer::itemCode);
        if (given != draft.answers.end()) answer = std::move(*given);
    }
    draft.answers = std::move(answers);
}
}  // namespace

base::Result<domain::InspectionId> startInspection(Context& context, const StartRequest& request)
{
    return transact(context, [&]() -> base::Result<domain::InspectionId> {
        const auto enrolment = store::Identity(context.db).enrolment();
        if (!enrolment) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
        store::Drafts drafts(context.db);
        const auto open = drafts.openOf(request.campaign,
                                        request.subject.empty() ? request.village : request.subject,
                                        request.kind, enrolment->user.id);
        if (open && drafts.find(*open)->parent == request.parent) return *open;
        if (open) return tl::unexpected(otherOpen());
        const auto draft = newDraft(context, request, enrolment->user.id);
        if (!draft) return tl::unexpected(draft.error());
        drafts.insert(*draft, context.clock.wallMs());
        return draft->id;
    });
}

base::Result<domain::InspectionId> startRevision(Context& context,
                                                 const domain::InspectionId& inspection)
{
    return transact(context, [&]() -> base::Result<domain::InspectionId> {
        store::Drafts drafts(context.db);
        if (drafts.exists(inspection)) return inspection;
        const auto history = store::Records(context.db).history(inspection);
        if (!history) return base::fail("inspection.unknown", "没有这次检查，请刷新后再试");
        const auto enrolment = store::Identity(context.db).enrolment();
        if (!enrolment || history->head.inspector != enrolment->user.id)
            return base::fail("inspection.not_own", "只能修改自己的检查");
        if (history->head.state != domain::InspectionState::sentBack && !history->head.refused)
            return base::fail("inspection.not_sent_back", "这次检查没有被退回，不能修改");
        domain::Inspection draft = history->revisions.back().inspection;
        if (drafts.openOf(draft.campaign, draft.subject, draft.checklist.kind, draft.inspector))
            return tl::unexpected(otherOpen());
        draft.revision += 1;
        draft.submittedAtMs = 0;
        draft.seal.reset();
        draft.signatures.clear();
        draft.answersReview = {};
        for (const store::ReviewRow& review : history->reviews)
            if (!review.refused && review.review.revision == history->head.revision)
                draft.answersReview = review.record;
        completeAnswers(store::Reference(context.db), draft);
        drafts.insert(draft, context.clock.wallMs());
        return draft.id;
    });
}

base::Result<void> setStartFix(Context& context, const domain::InspectionId& draft,
                               const std::optional<base::Fix>& fix, const std::string& noFixReason)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        drafts.putStartFix(draft, fix, noFixReason, context.clock.wallMs());
        return {};
    });
}

base::Result<void> discardDraft(Context& context, const domain::InspectionId& draft)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Drafts drafts(context.db);
        if (!drafts.exists(draft)) return draftUnknown();
        const auto submitted = store::Records(context.db).newest(draft);
        for (const store::DraftPhoto& photo : drafts.photos(draft))
            if (!submitted || !lists(*submitted, photo.entry.id)) drafts.putLoosePhoto(photo.entry);
        drafts.remove(draft);
        store::DraftSnapshots(context.db).putDropped(draft);
        return {};
    });
}

}  // namespace actions
