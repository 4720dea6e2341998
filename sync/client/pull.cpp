#include "sync/client/pull.h"

#include <algorithm>

#include "core/store/draft_snapshots.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/sync_state.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
/// Room for a long feed, whose pages touch the same parts of the database again and again: while it
/// lives the connection keeps more of it in memory (16 MB), and the write-ahead log grows four
/// times as long before it is moved into it. Then both are SQLite's own again.
class RoomForFeed {
public:
    explicit RoomForFeed(SQLite::Database& db) : m_db(db)
    {
        m_db.exec("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
    }
    ~RoomForFeed() { m_db.tryExec("PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000"); }
    RoomForFeed(const RoomForFeed&) = delete;
    RoomForFeed& operator=(const RoomForFeed&) = delete;

private:
    SQLite::Database& m_db;
};

Reply<protocol::FeedPage> read(Round& round, const store::Cursor& cursor)
{
    Request request;
    request.target = std::string(protocol::path::feed) +
                     "?after=" + std::to_string(cursor.afterSeq) +
                     "&limit=" + std::to_string(protocol::limits::feedRecords);
    if (!cursor.epoch.empty()) request.target += "&epoch=" + cursor.epoch;
    if (!cursor.scope.empty()) request.target += "&scope=" + cursor.scope;
    const auto reply = round.link.ask(std::move(request), protocol::media::lines);
    if (!reply) return tl::unexpected(reply.error());
    const auto lines = protocol::unpackLines(reply->body, protocol::limits::feedPlainBytes,
                                             protocol::limits::feedRecords + 1);
    if (!lines) return tl::unexpected(unreadable(lines.error()));
    auto page = protocol::feedPageFromLines(*lines);
    if (!page) return tl::unexpected(unreadable(page.error()));
    if (page->head.more && page->head.nextAfter <= cursor.afterSeq)
        return tl::unexpected(unreadable({"feed.stands_still", {}, {}}));
    return std::move(*page);
}

void apply(Round& round, const protocol::FeedPage& page)
{
    SQLite::Transaction transaction(round.db);
    store::Records records(round.db);
    for (const protocol::FeedRecord& entry : page.records)
        records.apply(entry.seq, entry.receivedAtMs, entry.record,
                      entry.inspection ? &*entry.inspection : nullptr);
    if (!page.records.empty()) store::Outbox(round.db).settleAccepted();
    store::SyncState state(round.db);
    state.putCursor({page.head.epoch, page.head.scope, page.head.nextAfter});
    state.putHubSeqs(page.head.lastSeq, page.head.durableSeq);
    store::Media(round.db).putLogEnd(page.head.lastSeq);
    const int dropped = page.head.more ? 0 : records.dropUnconfirmed();
    transaction.commit();
    round.result.changed = round.result.changed || !page.records.empty() || dropped > 0;
}

/// Owes the hub everything again when it may have lost some. All of it, because a hub that has gone
/// on since it was restored gives the lost numbers to other records, so that its last number does
/// not tell what it lost.
void startAgain(Round& round, const std::string& epoch, bool lost)
{
    SQLite::Transaction transaction(round.db);
    if (lost) {
        store::Outbox(round.db).offerAllAgain();
        store::Media(round.db).offerAllAgain();
        store::DraftSnapshots(round.db).tellAllAgain();
    }
    store::Records(round.db).expectAgain();
    store::SyncState(round.db).putCursor({epoch, {}, 0});
    transaction.commit();
    round.result.changed = true;
}
/// Who may not read is not told of another life of the hub by the feed; every answer names it.
bool isRestoredUnread(const Round& round, const store::Cursor& cursor, const Failure& failure)
{
    const auto& news = round.link.news();
    return failure.error.code == protocol::code::revoked && news && !news->epoch.empty() &&
           !cursor.epoch.empty() && news->epoch != cursor.epoch;
}
}  // namespace

Reply<Pulled> pull(Round& round)
{
    const RoomForFeed room(round.db);
    Pulled pulled;
    store::SyncState state(round.db);
    int begun = 0;
    while (true) {
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        round.report(Activity::reading);
        const store::Cursor cursor = state.cursor();
        const auto page = read(round, cursor);
        if (page) {
            // The first page of an untouched tablet tells the epoch; on any other the question
            // named it.
            apply(round, *page);
            pulled.reference = page->head.reference;
            if (!page->head.more) return pulled;
            continue;
        }
        const Failure& failure = page.error();
        if (isRestoredUnread(round, cursor, failure)) {
            startAgain(round, round.link.news()->epoch, true);
            pulled.offerAgain = true;
            return pulled;
        }
        const bool epoch = failure.error.code == protocol::code::feedEpoch && failure.problem;
        const bool scope = failure.error.code == protocol::code::feedScope;
        if ((!epoch && !scope) || ++begun > 3) return tl::unexpected(failure);
        if (epoch) {
            startAgain(round, failure.problem->epoch, true);
            pulled.offerAgain = true;
        } else {
            startAgain(round, cursor.epoch, false);
        }
    }
}

}  // namespace client
