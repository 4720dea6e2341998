#include "sync/hub/resources/take.h"

#include "sync/hub/resources/judge.h"
#include "sync/hub/resources/learn_position.h"
#include "sync/hub/resources/mending.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/drafts.h"
#include "sync/hub/store/hub_records.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"

namespace hub {

namespace {
/// Of the same user on the same device as when it came, revoked or not as things are now.
std::optional<Incoming> readAgain(Connection& connection, const Aside& aside, Sheets& sheets,
                                  std::int64_t nowMs, std::optional<Caller>& caller)
{
    const auto device = findDevice(connection, aside.device);
    caller = device ? callerOf(connection, *device) : std::nullopt;
    if (!caller) return std::nullopt;
    auto incoming = readIncoming(aside.bytes, *caller, connection, sheets);
    if (!incoming) return std::nullopt;
    incoming->entry.receivedMs = nowMs;  // when it takes effect: deadlines count from then
    // A correction that names no review may not answer one that came after it.
    const auto& inspection = incoming->inspection;
    if (inspection && inspection->revision > 1 && inspection->answersReview.empty())
        return std::nullopt;
    return std::move(*incoming);
}
}  // namespace

std::optional<Refusal> judge(Connection& connection, const Caller& caller, Incoming& incoming)
{
    if (caller.revoked)
        return quarantine("device.revoked", "平板已停用，记录已保存，等管理员处理", {});
    if (incoming.entry.record.author != caller.user.id)
        return quarantine("record.author", "提交人与登记的用户不是同一人，等管理员处理", "author");
    if (incoming.wrong) return Refusal{protocol::Outcome::quarantined, *incoming.wrong, {}};
    if (incoming.inspection)
        return judgeInspection(connection, *incoming.inspection, incoming.entry.concerns);
    if (incoming.rectification)
        return judgeRectification(connection, caller.user, incoming.entry.record,
                                  *incoming.rectification, incoming.entry.concerns);
    if (incoming.appeal)
        return judgeAppeal(connection, caller.user, incoming.entry.record, *incoming.appeal,
                           incoming.entry.concerns);
    return judgeReview(connection, caller.user, *incoming.review, incoming.entry.concerns);
}

std::int64_t apply(Connection& connection, const Incoming& incoming, base::UuidSource& ids,
                   std::int64_t nowMs)
{
    const Entry& entry = incoming.entry;
    const std::int64_t seq = append(connection, entry);
    if (incoming.inspection) {
        foldInspection(connection, entry.record.id, entry.concerns, *incoming.inspection);
        announceStoredPhotos(connection, incoming.inspection->id, entry.concerns, nowMs, ids);
        draftSubmitted(connection, incoming.inspection->id);
    } else if (incoming.rectification) {
        foldRectification(connection, entry.record, entry.concerns, *incoming.rectification);
        announceStoredPhotos(connection, incoming.rectification->inspection, entry.concerns, nowMs,
                             ids);
    } else if (incoming.appeal) {
        foldAppeal(connection, entry.record.id, *incoming.appeal);
    } else {
        foldReview(connection, entry.record.id, seq, *incoming.review);
        if (!incoming.review->appeal.empty())
            cancelNotNeeded(connection, *incoming.review, nowMs, ids);
        learnPosition(connection, entry.concerns.village);
        bumpPart(connection, "rankings");
    }
    return seq;
}

domain::InspectionId aboutOf(const Incoming& incoming)
{
    if (incoming.inspection) return incoming.inspection->id;
    if (incoming.review) return incoming.review->inspection;
    if (incoming.rectification) return incoming.rectification->inspection;
    if (incoming.appeal) return incoming.appeal->inspection;
    return {};
}

std::vector<domain::RecordId> reconsider(Connection& connection, const domain::InspectionId& about,
                                         Sheets& sheets, base::UuidSource& ids, std::int64_t nowMs)
{
    std::vector<domain::RecordId> taken;
    for (bool changed = true; changed;) {
        changed = false;
        for (const Aside& aside : asideTooEarly(connection, about)) {
            std::optional<Caller> caller;
            auto incoming = readAgain(connection, aside, sheets, nowMs, caller);
            if (!incoming || judge(connection, *caller, *incoming)) continue;
            takeFromAside(connection, aside.record);
            apply(connection, *incoming, ids, nowMs);
            audit(connection, nowMs, hubAuthor, "record.taken_late", aside.record.value,
                  "was " + aside.code);
            taken.push_back(aside.record);
            changed = true;
        }
    }
    return taken;
}

}  // namespace hub
