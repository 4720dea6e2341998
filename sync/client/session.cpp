#include "sync/client/session.h"

#include "core/store/identity.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/sync_state.h"
#include "sync/client/draft_snapshots.h"
#include "sync/client/fetch.h"
#include "sync/client/pull.h"
#include "sync/client/push.h"
#include "sync/client/reference_parts.h"
#include "sync/client/rescue.h"
#include "sync/client/upload.h"
#include "sync/protocol/words.h"

namespace client {

void Round::report(Activity activity)
{
    const store::MediaTotals media = store::Media(db).unsentTotals();
    result.left = {activity, static_cast<int>(store::Outbox(db).unsettledCount()),
                   static_cast<int>(media.files), media.bytes};
    if (options.onProgress) options.onProgress(result.left);
}

void Round::reportSent(std::int64_t bytes)
{
    if (!options.onProgress) return;
    Progress now = result.left;
    now.bytesLeft = std::max<std::int64_t>(0, now.bytesLeft - bytes);
    options.onProgress(now);
}

namespace {
/// Notes the failure; true when the round goes on.
bool goesOn(Round& round, const Reply<void>& stage)
{
    if (stage) return true;
    round.note(stage.error());
    return !stage.error().endsRound();
}

/// Records out, feed in, and once more out and in where the hub turned out to have lost some. A hub
/// whose disk is full is read all the same; then the round ends.
bool syncRecords(Round& round)
{
    for (int turn = 0; turn < 2; ++turn) {
        const auto pushed = push(round);
        const bool full = !pushed && pushed.error().error.code == protocol::code::full;
        if (!goesOn(round, pushed) && !full) return false;
        const auto pulled = pull(round);
        if (!pulled) {
            round.note(pulled.error());
            return !pulled.error().endsRound();
        }
        if (!goesOn(round, readReference(round, pulled->reference))) return false;
        if (full) return false;
        if (!pulled->offerAgain) return true;
    }
    return true;
}

void syncAll(Round& round)
{
    if (!syncRecords(round)) return;
    if (!goesOn(round, bringDraftsBack(round))) return;
    if (!goesOn(round, saveDrafts(round))) return;
    if (!goesOn(round, sendCarriedRecords(round))) return;
    const auto urgent = [&round]() -> Reply<void> {
        if (store::Outbox(round.db).unsettledCount() > 0) {
            const auto pushed = push(round);
            if (!pushed && pushed.error().endsRound()) return pushed;
            if (!pushed) round.note(pushed.error());
        }
        return fetchWishes(round);
    };
    if (!goesOn(round, urgent())) return;
    if (round.options.photos == PhotoPolicy::hold) return;
    if (!goesOn(round, sendMedia(round, urgent))) return;
    if (!goesOn(round, sendCarriedPhotos(round))) return;
    goesOn(round, fetchAhead(round));
}

void remember(Round& round)
{
    SQLite::Transaction transaction(round.db);
    store::SyncState state(round.db);
    const std::int64_t now = round.clock.wallMs();
    if (const auto& news = round.link.news())
        state.contacted(now, news->timeMs > 0 ? news->timeMs - now : 0);
    if (round.result.problem)
        state.failed(*round.result.problem);
    else
        state.completed(now);
    transaction.commit();
}
}  // namespace

RoundResult runSession(SQLite::Database& db, Transport& transport, const base::Clock& clock,
                       const base::RandomBytes& random, const SessionOptions& options)
{
    const auto enrolment = store::Identity(db).enrolment();
    if (!enrolment || enrolment->token.empty()) {
        RoundResult nobody;
        nobody.enrolled = false;
        return nobody;
    }
    HubLink link(transport, clock, random, enrolment->token, options.stop);
    Pace ownPace;
    Round round{db,     link,    clock,
                random, options, options.pace != nullptr ? *options.pace : ownPace};
    syncAll(round);
    remember(round);
    round.report(Activity::idle);
    return round.result;
}

}  // namespace client
