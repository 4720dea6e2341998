#include "sync/client/draft_snapshots.h"

#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "sync/protocol/codec.h"

namespace client {

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

}  // namespace client
