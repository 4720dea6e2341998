#include "sync/client/draft_snapshots.h"

#include <algorithm>

#include "core/domain/codec.h"
#include "core/store/draft_snapshots.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "core/store/sync_state.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
bool fits(Round& round, const domain::Inspection& draft)
{
    const store::Drafts drafts(round.db);
    if (store::DraftSnapshots(round.db).wasDropped(draft.id)) return false;
    const auto enrolment = store::Identity(round.db).enrolment();
    const auto history = store::Records(round.db).history(draft.id);
    return draft.inspector == enrolment->user.id && !drafts.exists(draft.id) &&
           !drafts.openOf(draft.campaign, draft.subject, draft.checklist.kind, draft.inspector) &&
           (!history || history->head.revision < draft.revision) &&
           store::Reference(round.db).checklist(draft.checklist.kind, draft.checklist.version);
}

void bringBack(Round& round, domain::Inspection draft)
{
    const store::Records records(round.db);
    std::erase_if(draft.photos,
                  [&](const domain::PhotoEntry& photo) { return !records.isOnHub(photo.sha256); });
    draft.removedPhotos.clear();
    std::erase_if(draft.drawings, [&](const domain::PhotoDrawing& drawing) {
        return std::ranges::find(draft.photos, drawing.photo, &domain::PhotoEntry::id) ==
               draft.photos.end();
    });
    draft.signatures.clear();  // of a whole that it is no longer
    SQLite::Transaction transaction(round.db);
    const std::int64_t nowMs = round.clock.wallMs();
    store::Drafts(round.db).insert(draft, nowMs);
    store::DraftSnapshots(round.db).putSaved(draft.id, nowMs);
    transaction.commit();
    round.result.changed = true;
}

/// What was done under a clock that was set back since the last time counts some minutes later.
void noteUnlessOlder(Round& round, const Failure& failure)
{
    if (failure.error.code != protocol::code::draftOlder) round.note(failure);
}

/// Tells the hub which drafts were thrown away; it may have none of them (404).
Reply<void> dropDrafts(Round& round)
{
    store::DraftSnapshots snapshots(round.db);
    for (const domain::InspectionId& id : snapshots.dropped()) {
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        Request request;
        request.method = "DELETE";
        request.target = protocol::path::drafts + id.value;
        request.headers[protocol::header::draftChanged] = std::to_string(round.clock.wallMs());
        const auto reply = round.link.ask(std::move(request), {});
        if (!reply && reply.error().endsRound()) return tl::unexpected(reply.error());
        if (!reply && reply.error().status != 404) {
            noteUnlessOlder(round, reply.error());
            continue;
        }
        SQLite::Transaction transaction(round.db);
        snapshots.putDropTold(id);
        transaction.commit();
    }
    return {};
}

/// The page of drafts after this one.
Reply<std::vector<std::string>> readDrafts(Round& round, const std::string& after)
{
    Request request;
    request.target = std::string(protocol::path::drafts);
    request.target.pop_back();
    if (!after.empty()) request.target += "?after=" + after;
    const auto reply = round.link.ask(std::move(request), protocol::media::lines);
    if (!reply) return tl::unexpected(reply.error());
    if (reply->body.empty()) return std::vector<std::string>{};
    auto lines = protocol::unpackLines(reply->body, protocol::limits::draftsPlainBytes,
                                       protocol::limits::draftsPage);
    if (!lines) return tl::unexpected(unreadable(lines.error()));
    return std::move(*lines);
}
}  // namespace

Reply<void> saveDrafts(Round& round)
{
    if (const auto dropped = dropDrafts(round); !dropped) return dropped;
    const store::Drafts drafts(round.db);
    store::DraftSnapshots snapshots(round.db);
    for (const store::UnsavedDraft& unsaved : snapshots.unsaved()) {
        const auto draft = drafts.find(unsaved.id);
        if (!draft) continue;
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        Request request;
        request.method = "PUT";
        request.target = protocol::path::drafts + unsaved.id.value;
        request.headers[protocol::header::contentType] = protocol::media::lines;
        request.headers[protocol::header::draftChanged] = std::to_string(unsaved.changedAtMs);
        request.body = protocol::packLines(std::vector<std::string>{domain::canonicalJson(*draft)});
        const auto reply = round.link.ask(std::move(request), {});
        if (!reply && reply.error().endsRound()) return tl::unexpected(reply.error());
        if (!reply) {
            noteUnlessOlder(round, reply.error());
            continue;
        }
        SQLite::Transaction transaction(round.db);
        snapshots.putSaved(unsaved.id, unsaved.changedAtMs);
        transaction.commit();
    }
    return {};
}

Reply<void> bringDraftsBack(Round& round)
{
    if (store::SyncState(round.db).completeAtMs()) return {};
    for (std::string after;;) {
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        const auto lines = readDrafts(round, after);
        if (!lines) return tl::unexpected(lines.error());
        std::string last;
        for (const std::string& line : *lines) {
            auto draft = domain::inspectionFromJson(line);
            if (!draft) continue;
            last = draft->id.value;
            if (fits(round, *draft)) bringBack(round, std::move(*draft));
        }
        if (last <= after) return {};
        after = last;
    }
}

}  // namespace client
