#include "sync/client/draft_snapshots.h"

#include <algorithm>

#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "core/store/sync_state.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
constexpr std::size_t draftsAtMost = 500;
constexpr std::size_t draftsBytes = std::size_t{16} * 1024 * 1024;

bool fits(Round& round, const domain::Inspection& draft)
{
    const store::Drafts drafts(round.db);
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
    store::Drafts drafts(round.db);
    const std::int64_t nowMs = round.clock.wallMs();
    drafts.insert(draft, nowMs);
    drafts.putSaved(draft.id, nowMs);
    transaction.commit();
    round.result.changed = true;
}
}  // namespace

Reply<void> saveDrafts(Round& round)
{
    store::Drafts drafts(round.db);
    for (const store::UnsavedDraft& unsaved : drafts.unsaved()) {
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
            round.note(reply.error());
            continue;
        }
        SQLite::Transaction transaction(round.db);
        drafts.putSaved(unsaved.id, unsaved.changedAtMs);
        transaction.commit();
    }
    return {};
}

Reply<void> bringDraftsBack(Round& round)
{
    if (store::SyncState(round.db).completeAtMs()) return {};
    Request request;
    request.target = std::string(protocol::path::drafts);
    request.target.pop_back();
    request.answerLimitBytes = draftsBytes;
    const auto reply = round.link.ask(std::move(request), protocol::media::lines);
    if (!reply) return tl::unexpected(reply.error());
    if (reply->body.empty()) return {};
    const auto lines = protocol::unpackLines(reply->body, draftsBytes, draftsAtMost);
    if (!lines) return tl::unexpected(unreadable(lines.error()));
    for (const std::string& line : *lines) {
        auto draft = domain::inspectionFromJson(line);
        if (draft && fits(round, *draft)) bringBack(round, std::move(*draft));
    }
    return {};
}

}  // namespace client
